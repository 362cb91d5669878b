using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Workflows.Functions.Directory;
using Workflows.Functions.Feedback;
using Workflows.Functions.Notifications;
using Workflows.Functions.Storage;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Feedback;

public sealed class When_feedback_is_delivered_to_a_system : IAsyncLifetime, IFeedbackConsent
{
    const string Organisation = "welzijn-zuid";
    const string Practice = "01999901";
    const string Lines = "note!outcome-1";

    static readonly FeedbackOrder Order = new(
        "referral-1.9.feedback-end", "referral-1", Organisation, Practice, FeedbackMoment.End, ReferralStatus.Completed, OutcomeKind.Completed, Lines,
        TestStorage.Monday, TestStorage.Monday.AddDays(3));

    readonly HttpClient http = CallbackConnection.Client(anywhere: true, TimeSpan.FromSeconds(10));
    GpSystem gp = null!;
    TestStorage storage = null!;
    DirectoryStore directory = null!;
    LinkTokens links = null!;
    DeliverFeedback activity = null!;
    FeedbackScope scope = FeedbackScope.Content;

    public async Task InitializeAsync()
    {
        gp = await GpSystem.StartAsync();
        storage = await TestStorage.CreateAsync();
        links = new(storage.Hash, storage.Clock);
        var table = new DirectoryTable(storage.Tables, storage.Master);
        await table.CreateAsync(CancellationToken.None);
        directory = new(table);
        await AgreeAsync(gp.Callback);
        await storage.Dossiers.WriteAsync("referral-1", new Dictionary<string, string>
        {
            [DossierSection.Referrer] = """{"name":"dr. M. de Wit","role":"gp","reference":"HIS-77"}""",
            [Lines] = """["Ria doet mee aan de koffieochtend.","Zij slaapt beter."]""",
        });
        activity = new(directory, storage.Dossiers, this, links, new(http, plainHttp: true, storage.Clock), new(storage.Tables, storage.Clock, NullLogger<CallbackLog>.Instance),
            new("key", "https://sendgrid.example", "noreply@welzijn.example", new Uri("https://app.example"), TimeSpan.Zero), storage.Trail, NullLogger<DeliverFeedback>.Instance);
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await gp.DisposeAsync();
    }

    Task<FeedbackScope> IFeedbackConsent.ScopeAsync(string referral, CancellationToken cancellation) => Task.FromResult(scope);

    Task<bool> AgreeAsync(Callback? callback) => directory.ChangeAsync(Organisation, _ => new(
        Organisation, "Welzijn Zuid", [], [], [new(Practice, "De Linde")],
        [new(Practice, new("default", 1), new(callback, "assistent@delinde.example"), [], null)], []));

    async Task<DeliveryResult> DeliverAsync(FeedbackOrder? order = null) => (await activity.Run(order ?? Order, CancellationToken.None)).Result;

    JsonElement Received() => JsonDocument.Parse(gp.Calls[^1].Body).RootElement;

    [Fact]
    public async Task It_is_a_cloud_event_with_the_lines_of_the_dossier_and_the_senders_own_number()
    {
        Assert.Equal(DeliveryResult.Delivered, await DeliverAsync());

        var received = Received();
        Assert.Equal("1.0", received.GetProperty("specversion").GetString());
        Assert.Equal("nl.welzijn.referral.feedback.v1", received.GetProperty("type").GetString());
        Assert.Equal("referral-1", received.GetProperty("subject").GetString());
        Assert.Equal(TestStorage.Monday, received.GetProperty("time").GetDateTimeOffset());
        Assert.Equal(gp.Calls[0].Headers["webhook-id"], received.GetProperty("id").GetString());

        var data = received.GetProperty("data");
        Assert.Equal(["referral-1", "HIS-77", "end", "Completed", "completed"],
            new[] { "referral", "yourReference", "moment", "status", "outcome" }.Select(name => data.GetProperty(name).GetString()));
        Assert.Equal(["Ria doet mee aan de koffieochtend.", "Zij slaapt beter."], data.GetProperty("lines").EnumerateArray().Select(line => line.GetString()));
    }

    [Fact]
    public async Task Every_attempt_has_the_same_id_and_the_same_body_and_one_without_a_dot()
    {
        await DeliverAsync();
        storage.Clock.Now += TimeSpan.FromHours(1);
        await DeliverAsync();

        Assert.Equal(gp.Calls[0].Headers["webhook-id"], gp.Calls[1].Headers["webhook-id"]);
        Assert.Equal(gp.Calls[0].Body, gp.Calls[1].Body);
        Assert.NotEqual(gp.Calls[0].Headers["webhook-timestamp"], gp.Calls[1].Headers["webhook-timestamp"]);
        Assert.DoesNotContain('.', gp.Calls[0].Headers["webhook-id"]);
    }

    [Fact]
    public async Task Every_attempt_stands_in_the_log_with_what_came_of_it()
    {
        gp.Answer = GpSystem.Status(503);
        await DeliverAsync();
        storage.Clock.Now += TimeSpan.FromMinutes(5);
        gp.Answer = GpSystem.Status(204);
        await DeliverAsync();

        var log = await new CallbackLog(storage.Tables, storage.Clock, NullLogger<CallbackLog>.Instance).ReadAsync("referral-1");
        Assert.Equal(
            [new(Order.Feedback, TestStorage.Monday, DeliveryResult.Later, "http503"), new(Order.Feedback, TestStorage.Monday.AddMinutes(5), DeliveryResult.Delivered, "http204")],
            log);
        Assert.Empty(await new NotificationStore(storage.Tables).AllAsync("referral-1", CancellationToken.None));   // no message, though it lies beside them
    }

    [Fact]
    public async Task Its_link_acknowledges_this_feedback()
    {
        await DeliverAsync();

        var url = Received().GetProperty("data").GetProperty("acknowledgeUrl").GetString()!;
        var token = await links.ReadAsync(url["https://app.example/acknowledge/".Length..], LinkToken.Acknowledge);
        Assert.Equal(("referral-1", Order.Feedback), (token?.Referral, token?.Effect));
    }

    [Fact]
    public async Task Without_content_to_share_it_has_no_lines_and_before_the_end_no_outcome()
    {
        await DeliverAsync(Order with { Lines = null, Outcome = null, Moment = FeedbackMoment.Accepted });

        var data = Received().GetProperty("data");
        Assert.Equal(0, data.GetProperty("lines").GetArrayLength());
        Assert.False(data.TryGetProperty("outcome", out _));
    }

    [Fact]
    public async Task After_consent_was_withdrawn_nothing_goes_out()
    {
        scope = FeedbackScope.Nothing;

        Assert.Equal(DeliveryResult.Stopped, await DeliverAsync());
        Assert.Empty(gp.Calls);
    }

    [Fact]
    public async Task After_the_client_chose_to_share_only_that_she_came_it_has_no_lines_whatever_was_so_when_it_was_given()
    {
        scope = FeedbackScope.Moments;
        await DeliverAsync();

        Assert.Equal(0, Received().GetProperty("data").GetProperty("lines").GetArrayLength());
    }

    [Fact]
    public async Task After_erasure_its_lines_are_gone()
    {
        await storage.Dossiers.EraseAsync("referral-1");
        await DeliverAsync();

        var data = Received().GetProperty("data");
        Assert.Equal(0, data.GetProperty("lines").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, data.GetProperty("yourReference").ValueKind);
    }

    [Fact]
    public async Task A_practice_without_a_system_is_not_called()
    {
        await AgreeAsync(callback: null);

        Assert.Equal(DeliveryResult.NoCallback, await DeliverAsync());
        Assert.Equal(DeliveryResult.NoCallback, await DeliverAsync(Order with { Practice = "01999909" }));
    }

    [Fact]
    public async Task A_system_that_wants_no_more_calls_gets_none()
    {
        gp.Answer = GpSystem.Status(410);
        Assert.Equal(DeliveryResult.Gone, await DeliverAsync());

        Assert.Equal(DeliveryResult.NoCallback, await DeliverAsync());
        Assert.Single(gp.Calls);
        Assert.Equal("assistent@delinde.example", (await directory.OrganisationAsync(Organisation))!.AgreementWith(Practice)!.Feedback.Email);
    }
}
