using System.Text;
using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Workflows.Functions.Directory;
using Workflows.Functions.Intake;
using Workflows.Functions.Intake.Claims;
using Workflows.Functions.Intake.Waiting;
using Workflows.Functions.Security;
using Workflows.Functions.Storage;
using Workflows.Functions.Tests.Directory;
using Workflows.Functions.Tests.Storage;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Intake.Claims;

public sealed class When_a_message_names_a_claim : IAsyncLifetime
{
    readonly ServiceProvider services = new ServiceCollection().AddLogging().BuildServiceProvider();
    readonly Settled settled = new();
    TestStorage storage = null!;
    TestEngine engine = null!;
    PostClaim post = null!;
    TakeInClaim take = null!;
    WaitingSubmissions waiting = null!;
    SeeToWaiting night = null!;

    public async Task InitializeAsync()
    {
        storage = await TestStorage.CreateAsync();
        var table = new DirectoryTable(storage.Tables, storage.Master);
        await table.CreateAsync(default);
        var directory = new DirectoryStore(table);
        var file = DirectoryText.File;
        foreach (var source in (string[])["portal", "another"])
        {
            file["keys"]!.AsArray().Add(new System.Text.Json.Nodes.JsonObject { ["id"] = source, ["name"] = source, ["key"] = $"the-key-of-{source}-which-is-long-enough", ["organisation"] = "welzijn-zuid" });
        }

        await directory.ImportAsync(DirectoryText.Accepted(file));
        engine = await TestEngine.StartAsync(TestStorage.Monday, tasks => tasks.AddOrchestratorFunc(nameof(ReferralOrchestrator), (TaskOrchestrationContext context) => context.WaitForExternalEvent<string>("end")));
        var intake = new ReferralIntake(
            directory, storage.Submissions, storage.Dossiers, storage.Profiles, new(storage.Timelines, NullLogger<ReferralStarter>.Instance), storage.Trail, NullLogger<ReferralIntake>.Instance);
        waiting = new(storage.Tables, storage.Dossiers, new(storage.Tables, storage.Clock), storage.Clock);
        var desk = new SubmissionDesk(directory, storage.Clock);
        post = new(desk, waiting, storage.Trail);
        take = new(waiting, desk, intake, new(directory, new HostingEnvironment { EnvironmentName = Environments.Production }, storage.Clock), outbox: null!);
        night = new(waiting, new(storage.Timelines), storage.Clock, NullLogger<SeeToWaiting>.Instance);
    }

    public async Task DisposeAsync()
    {
        await engine.DisposeAsync();
        await services.DisposeAsync();
    }

    [Fact]
    public async Task The_claimed_submission_becomes_a_referral_and_is_kept_nowhere_else()
    {
        var claim = await ClaimAsync();
        Assert.NotNull(await storage.Dossiers.ReadAsync(claim, DossierSection.Waiting));

        await SendAsync(claim);

        Assert.Equal(["complete"], settled.All);
        var referral = Assert.Single(await ReferralsAsync());
        Assert.Equal("Jansen", DossierSections.Read<ClientDetails>((await storage.Dossiers.ReadAsync(referral, DossierSection.Client))!).FamilyName);
        Assert.Null(await storage.Dossiers.ReadAsync(claim, DossierSection.Waiting));
    }

    [Fact]
    public async Task However_often_it_comes_it_is_one_referral()
    {
        var claim = await ClaimAsync();
        await SendAsync(claim);
        await SendAsync(claim);
        await SendAsync(await ClaimAsync(), key: claim);   // the sender handed it in twice, under one key

        Assert.Equal(["complete", "complete", "complete"], settled.All);
        Assert.Single(await ReferralsAsync());
    }

    [Fact]
    public async Task A_kill_before_the_claim_was_erased_is_made_up_for_when_the_message_comes_again()
    {
        var claim = await ClaimAsync();
        await waiting.FinishAsync((await waiting.FindAsync(WaitingPlace.Claimed("portal", claim)))!);   // and then the process was killed

        await SendAsync(claim);

        Assert.Equal(["complete"], settled.All);
        Assert.Null(await storage.Dossiers.ReadAsync(claim, DossierSection.Waiting));
    }

    [Fact]
    public async Task The_claim_of_another_source_is_not_there()
    {
        await SendAsync(await ClaimAsync(), source: "another");

        Assert.Equal(["aside: unknown-claim"], settled.All);
        Assert.Empty(await ReferralsAsync());
    }

    [Fact]
    public async Task What_no_longer_fits_is_put_aside_in_codes_and_can_be_tried_again()
    {
        var claim = await ClaimAsync();
        storage.Clock.Now -= TimeSpan.FromDays(1);   // its consent lies in the future then
        await SendAsync(claim);
        Assert.Matches("^aside: invalid-content [a-z-]+$", Assert.Single(settled.All));

        storage.Clock.Now += TimeSpan.FromDays(1);
        await SendAsync(claim);
        Assert.Equal("complete", settled.All[^1]);
    }

    [Fact]
    public async Task After_a_week_it_is_erased_and_says_so()
    {
        var claim = await ClaimAsync();
        await PassAsync(days: 6);
        Assert.NotNull(await storage.Dossiers.ReadAsync(claim, DossierSection.Waiting));

        await PassAsync(days: 1);
        await SendAsync(claim);

        Assert.Null(await storage.Dossiers.ReadAsync(claim, DossierSection.Waiting));
        Assert.Equal(["aside: claim-expired"], settled.All);
        Assert.Empty(await storage.Timelines.PendingEffectsAsync(claim));   // it is nobody's to look after
    }

    [Fact]
    public async Task A_citizen_number_in_the_question_is_not_kept()
    {
        var claim = await ClaimAsync(Submitted.With("/question", "\"Zijn nummer is 111222333.\"").ToJsonString());

        Assert.DoesNotContain("111222333", await storage.Dossiers.ReadAsync(claim, DossierSection.Waiting), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_says_nothing_about_the_person()
    {
        await ClaimAsync();

        var rows = await storage.Tables.Waiting.QueryAsync<Azure.Data.Tables.TableEntity>().ToListAsync();
        Assert.DoesNotContain("Jansen", string.Join(' ', Assert.Single(rows).Values()), StringComparison.Ordinal);
    }

    async Task<string> ClaimAsync(string? body = null)
    {
        var context = new DefaultHttpContext
        {
            RequestServices = services,
            Request = { Body = new MemoryStream(Encoding.UTF8.GetBytes(body ?? Submitted.Body.ToJsonString())), ContentType = "application/json" },
            Response = { Body = new MemoryStream() },
        };
        context.Features.Set(new Caller(CallerKind.System, Role.System, "portal", Organisation: "welzijn-zuid"));
        await (await post.Run(context.Request, CancellationToken.None)).ExecuteAsync(context);
        Assert.Equal(201, context.Response.StatusCode);
        return JsonElement.Parse(((MemoryStream)context.Response.Body).ToArray()).GetProperty("claim").GetString()!;
    }

    Task SendAsync(string claim, string source = "portal", string? key = null)
    {
        Dictionary<string, object> properties = new() { ["source"] = source };
        if (key is not null)
        {
            properties["idempotency-key"] = key;
        }

        var message = ServiceBusModelFactory.ServiceBusReceivedMessage(body: BinaryData.FromString($$"""{ "claim": "{{claim}}" }"""), properties: properties);
        return take.Run(message, settled, engine.Client, CancellationToken.None);
    }

    async Task PassAsync(int days)
    {
        storage.Clock.Now += TimeSpan.FromDays(days);
        await night.Run(new(), CancellationToken.None);
    }

    /// <summary>Those whose submission was stored: each has a mark.</summary>
    async Task<List<string>> ReferralsAsync() => await storage.Tables.Pending.QueryAsync<Azure.Data.Tables.TableEntity>().Select(mark => mark.PartitionKey).ToListAsync();

    sealed class Settled : ServiceBusMessageActions
    {
        public List<string> All { get; } = [];

        public override Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) => AddAsync("complete");

        public override Task DeadLetterMessageAsync(
            ServiceBusReceivedMessage message,
            Dictionary<string, object>? propertiesToModify = default,
            string? deadLetterReason = default,
            string? deadLetterErrorDescription = default,
            CancellationToken cancellationToken = default) => AddAsync($"aside: {deadLetterReason} {deadLetterErrorDescription}".TrimEnd());

        Task AddAsync(string what)
        {
            All.Add(what);
            return Task.CompletedTask;
        }
    }
}
