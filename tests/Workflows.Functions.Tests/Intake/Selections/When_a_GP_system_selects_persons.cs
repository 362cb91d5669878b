using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Workflows.Functions.Directory;
using Workflows.Functions.Intake;
using Workflows.Functions.Intake.Selections;
using Workflows.Functions.Intake.Waiting;
using Workflows.Functions.Security;
using Workflows.Functions.Storage;
using Workflows.Functions.Tests.Directory;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Intake.Selections;

public sealed class When_a_GP_system_selects_persons : IAsyncLifetime
{
    const string File = """
        reference;givenName;familyName;birthDate;phone;postalCode;reasons;question
        HIS-1;Ria;Jansen;1948-03-12;06-12345678;3011 ED;Z15 P03;"Weduwe; komt weinig ""buiten"". BSN 111222333"
        HIS-2;Kees;van Dam;1961-11-05;0612345679;3012AB;Z01;
        """;

    const string Approval = """
        { "organisation": "welzijn-zuid", "referrer": { "name": "dr. M. de Wit", "role": "gp", "email": "dewit@praktijk.example" },
          "consent": { "ground": "consent", "recordedAt": "2026-04-13T09:30:00+02:00", "shareContentWithReferrer": true } }
        """;

    readonly ServiceProvider services = new ServiceCollection().AddLogging().BuildServiceProvider();
    TestStorage storage = null!;
    TestEngine engine = null!;
    SelectionFunctions functions = null!;

    public async Task InitializeAsync()
    {
        storage = await TestStorage.CreateAsync();
        var table = new DirectoryTable(storage.Tables, storage.Master);
        await table.CreateAsync(default);
        var directory = new DirectoryStore(table);
        await directory.ImportAsync(DirectoryText.Accepted(DirectoryText.File));
        engine = await TestEngine.StartAsync(TestStorage.Monday, tasks => tasks.AddOrchestratorFunc(nameof(ReferralOrchestrator), (TaskOrchestrationContext context) => context.WaitForExternalEvent<string>("end")));
        var intake = new ReferralIntake(
            directory, storage.Submissions, storage.Dossiers, storage.Profiles, new(storage.Timelines, NullLogger<ReferralStarter>.Instance), storage.Trail, NullLogger<ReferralIntake>.Instance);
        functions = new(new(new(storage.Tables, storage.Dossiers, new(storage.Tables, storage.Clock), storage.Clock), new(directory, storage.Clock), intake, storage.Hash, storage.Trail, storage.Clock));
    }

    public async Task DisposeAsync()
    {
        await engine.DisposeAsync();
        await services.DisposeAsync();
    }

    async Task<(int Status, JsonElement Body)> CallAsync(string practice, string content, string type, Func<HttpRequest, Task<IResult>> call)
    {
        var context = new DefaultHttpContext
        {
            RequestServices = services,
            Request = { Body = new MemoryStream(Encoding.UTF8.GetBytes(content)), ContentType = type },
            Response = { Body = new MemoryStream() },
        };
        context.Features.Set(new Caller(CallerKind.Person, Role.Referrer, practice, Practice: practice));
        await (await call(context.Request)).ExecuteAsync(context);
        var body = ((MemoryStream)context.Response.Body).ToArray();
        return (context.Response.StatusCode, body.Length == 0 ? default : JsonElement.Parse(body));
    }

    Task<(int Status, JsonElement Body)> PostAsync(string file = File, string type = "text/csv; charset=utf-8") =>
        CallAsync("01999901", file, type, request => functions.Post(request, CancellationToken.None));

    async Task<List<JsonElement>> RowsAsync(string practice = "01999901") =>
        [.. (await CallAsync(practice, "", "", request => functions.Get(request, CancellationToken.None))).Body.GetProperty("rows").EnumerateArray()];

    Task<(int Status, JsonElement Body)> ApproveAsync(string selection, int row, string body = Approval, string practice = "01999901") =>
        CallAsync(practice, body, "application/json", request => functions.Approve(request, selection, $"{row}", engine.Client, CancellationToken.None));

    Task<(int Status, JsonElement Body)> RejectAsync(string selection, int row, string practice = "01999901") =>
        CallAsync(practice, "", "", request => functions.Reject(request, selection, $"{row}", CancellationToken.None));

    async Task<string> SelectAsync() => (await PostAsync()).Body.GetProperty("id").GetString()!;

    static string[] Codes(JsonElement problem) => [.. problem.GetProperty("errors").EnumerateArray().Select(error => $"{error.GetProperty("pointer")} {error.GetProperty("code")}")];

    [Fact]
    public async Task Each_waits_for_the_practice_and_nobody_is_referred_yet()
    {
        var (status, body) = await PostAsync();

        Assert.Equal((202, 2), (status, body.GetProperty("rows").GetInt32()));
        var rows = await RowsAsync();
        Assert.Equal([1, 2], rows.Select(row => row.GetProperty("row").GetInt32()));
        var ria = rows[0].GetProperty("submission");
        Assert.Equal("+31612345678", ria.GetProperty("client").GetProperty("phone").GetString());
        Assert.Equal("Weduwe; komt weinig \"buiten\". BSN [BSN verwijderd]", ria.GetProperty("question").GetString());
        Assert.Empty(await RowsAsync("01999902"));
        Assert.Empty(await storage.Tables.Timeline.QueryAsync<Azure.Data.Tables.TableEntity>().ToListAsync());
    }

    [Fact]
    public async Task Approved_one_is_referred_and_the_other_still_waits()
    {
        var selection = await SelectAsync();

        var (status, body) = await ApproveAsync(selection, 1);

        Assert.Equal(202, status);
        var id = body.GetProperty("id").GetString()!;
        Assert.NotNull(await engine.Client.GetInstanceAsync(id));
        Assert.Equal("HIS-1", DossierSections.Read<ReferrerDetails>((await storage.Dossiers.ReadAsync(id, DossierSection.Referrer))!).Reference);
        Assert.Equal(2, Assert.Single(await RowsAsync()).GetProperty("row").GetInt32());
    }

    [Fact]
    public async Task Approved_twice_it_is_one_referral()
    {
        var selection = await SelectAsync();

        Assert.Equal((await ApproveAsync(selection, 1)).Body.GetProperty("id").GetString(), (await ApproveAsync(selection, 1)).Body.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Without_consent_of_this_person_it_is_not_approved()
    {
        var selection = await SelectAsync();

        var (status, body) = await ApproveAsync(selection, 1, """{ "organisation": "welzijn-zuid", "referrer": { "name": "dr. M. de Wit", "role": "gp", "email": "dewit@praktijk.example" } }""");

        Assert.Equal(422, status);
        Assert.Equal(["/consent consent-missing"], Codes(body));
        Assert.Equal(2, (await RowsAsync()).Count);
    }

    [Fact]
    public async Task Rejected_it_is_unreadable_and_the_same_file_does_not_bring_it_back()
    {
        var selection = await SelectAsync();

        Assert.Equal(204, (await RejectAsync(selection, 1)).Status);
        Assert.Equal(selection, await SelectAsync());
        Assert.Equal(2, Assert.Single(await RowsAsync()).GetProperty("row").GetInt32());
        Assert.Equal(404, (await ApproveAsync(selection, 1)).Status);
    }

    [Fact]
    public async Task Another_practice_decides_nothing()
    {
        var selection = await SelectAsync();

        Assert.Equal(404, (await ApproveAsync(selection, 1, practice: "01999902")).Status);
        Assert.Equal(404, (await RejectAsync(selection, 1, practice: "01999902")).Status);
    }

    [Theory]
    [InlineData("givenName,familyName,birthDate,reasons,BSN\nRia,Jansen,1948-03-12,Z15,111222333", "/0/4 bsn-refused")]
    [InlineData("givenName,familyName,birthDate,reasons,reference\nRia,Jansen,1948-03-12,Z15,111222333", "/1/4 bsn-refused")]
    [InlineData("givenName,familyName,birthDate,reasons,diagnose\nRia,Jansen,1948-03-12,Z15,x", "/0/4 unknown-member")]
    [InlineData("givenName,familyName,birthDate\nRia,Jansen,1948-03-12", "/0 column-missing")]
    [InlineData("givenName,familyName,birthDate,reasons\nRia,Jansen", " not-csv")]
    [InlineData("givenName,familyName,birthDate,reasons\n\"Ria,Jansen,1948-03-12,Z15", " not-csv")]
    [InlineData("givenName,familyName,birthDate,reasons\nR\"ia,Jansen,1948-03-12,Z15", " not-csv")]
    [InlineData("givenName,familyName,birthDate,reasons\n", " no-rows")]
    [InlineData("", " not-csv")]
    public async Task A_wrong_file_is_refused_whole(string file, string error)
    {
        var (status, body) = await PostAsync(file);

        Assert.Equal(422, status);
        Assert.Equal([error], Codes(body));
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task More_than_a_person_can_look_at_is_refused()
    {
        const string header = "givenName,familyName,birthDate,reasons\n";
        var row = "Ria,Jansen,1948-03-12,Z15\n";

        Assert.Equal([" too-many-rows"], Codes((await PostAsync(header + string.Concat(Enumerable.Repeat(row, SelectionFile.MostRows + 1)))).Body));
        Assert.Equal(413, (await PostAsync(header + new string('x', 256 * 1024))).Status);
        Assert.Equal(415, (await PostAsync(type: "application/json")).Status);
    }
}
