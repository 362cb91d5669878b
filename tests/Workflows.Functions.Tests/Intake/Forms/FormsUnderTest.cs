using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Workflows.Functions.Directory;
using Workflows.Functions.Intake;
using Workflows.Functions.Intake.Forms;
using Workflows.Functions.Intake.Waiting;
using Workflows.Functions.Security;
using Workflows.Functions.Tests.Directory;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Intake.Forms;

/// <summary>The doors of the form tools and of the coordinator's desk, over real tables, with one form in the directory.</summary>
sealed class FormsUnderTest : IAsyncDisposable
{
    static readonly Caller Cora = new(CallerKind.Person, Role.Coordinator, "cora", Organisation: "welzijn-zuid");
    static readonly Caller Key = new(CallerKind.System, Role.System, "form", Organisation: "welzijn-zuid");
    readonly TestEngine engine;
    readonly TakeForm take;
    readonly ParkedFunctions parked;
    readonly SeeToWaiting night;
    readonly ServiceProvider services = new ServiceCollection().AddLogging().BuildServiceProvider();

    FormsUnderTest(TestStorage storage, TestEngine engine, DirectoryStore directory)
    {
        Storage = storage;
        this.engine = engine;
        var intake = new ReferralIntake(
            directory, storage.Submissions, storage.Dossiers, storage.Profiles, new(storage.Timelines, NullLogger<ReferralStarter>.Instance), storage.Trail, NullLogger<ReferralIntake>.Instance);
        var waiting = new WaitingSubmissions(storage.Tables, storage.Dossiers, new(storage.Tables, storage.Clock), storage.Clock);
        var notices = new WaitingNotices(storage.Timelines);
        take = new(directory, new(directory, storage.Clock), storage.Submissions, waiting, notices, intake, storage.Trail);
        night = new(waiting, notices, storage.Clock, NullLogger<SeeToWaiting>.Instance);
        parked = new(waiting, new(waiting, new(directory, storage.Clock), intake, storage.Trail), storage.Trail);
    }

    public TestStorage Storage { get; }

    public static async Task<FormsUnderTest> WithAsync(string form)
    {
        var storage = await TestStorage.CreateAsync();
        var table = new DirectoryTable(storage.Tables, storage.Master);
        await table.CreateAsync(default);
        var directory = new DirectoryStore(table);
        var file = DirectoryText.File;
        file["forms"] = new JsonArray(JsonNode.Parse(form));
        await directory.ImportAsync(DirectoryText.Accepted(file));
        var engine = await TestEngine.StartAsync(TestStorage.Monday, tasks => tasks.AddOrchestratorFunc(nameof(ReferralOrchestrator), (TaskOrchestrationContext context) => context.WaitForExternalEvent<string>("end")));
        return new(storage, engine, directory);
    }

    /// <summary>A tool that sends an API key.</summary>
    public Task<(int Status, JsonElement Body)> SendAsync(string source, string payload) => SendAsync(source, payload, Key);

    public Task<(int Status, JsonElement Body)> SendAsync(string source, string payload, Caller? caller, string? signature = null)
    {
        var context = Context(caller, payload);
        if (signature is not null)
        {
            context.Request.Headers["Typeform-Signature"] = signature;
        }

        return AnswerAsync(context, take.Run(context.Request, source, engine.Client, CancellationToken.None));
    }

    public async Task<JsonElement> ParkedAsync(string organisation = "welzijn-zuid")
    {
        var context = Context(Cora with { Organisation = organisation }, "");
        return (await AnswerAsync(context, parked.Get(context.Request, CancellationToken.None))).Body.GetProperty("parked");
    }

    public Task<(int Status, JsonElement Body)> SubmitAsync(string id, string submission, string organisation = "welzijn-zuid")
    {
        var context = Context(Cora with { Organisation = organisation }, submission);
        return AnswerAsync(context, parked.Submit(context.Request, id, engine.Client, CancellationToken.None));
    }

    public Task<(int Status, JsonElement Body)> DiscardAsync(string id, string body)
    {
        var context = Context(Cora, body);
        return AnswerAsync(context, parked.Discard(context.Request, id, CancellationToken.None));
    }

    /// <summary>So many days later, after the night's round.</summary>
    public async Task PassAsync(int days)
    {
        Storage.Clock.Now += TimeSpan.FromDays(days);
        await night.Run(new(), CancellationToken.None);
    }

    /// <summary>What the coordinators are to be told about it, as keys; none of these leaves here.</summary>
    public async Task<IEnumerable<string>> NoticesAsync(string id) => (await Storage.Timelines.PendingEffectsAsync(id)).Select(effect => effect.Key[(id.Length + 1)..]);

    public async Task<T> SectionAsync<T>(string referral, string section) =>
        DossierSections.Read<T>((await Storage.Dossiers.ReadAsync(referral, section))!);

    public async Task<bool> RunsAsync(string referral) => await engine.Client.GetInstanceAsync(referral) is not null;

    public async ValueTask DisposeAsync()
    {
        await engine.DisposeAsync();
        await services.DisposeAsync();
    }

    DefaultHttpContext Context(Caller? caller, string body)
    {
        var context = new DefaultHttpContext
        {
            RequestServices = services,
            Request = { Body = new MemoryStream(Encoding.UTF8.GetBytes(body)), ContentType = "application/json" },
            Response = { Body = new MemoryStream() },
        };
        context.Request.Headers.AcceptLanguage = "en";
        if (caller is not null)
        {
            context.Features.Set(caller);
        }

        return context;
    }

    static async Task<(int Status, JsonElement Body)> AnswerAsync(DefaultHttpContext context, Task<IResult> answer)
    {
        await (await answer).ExecuteAsync(context);
        var body = ((MemoryStream)context.Response.Body).ToArray();
        return (context.Response.StatusCode, body.Length == 0 ? default : JsonElement.Parse(body));
    }
}
