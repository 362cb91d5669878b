using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Workflows.EndToEnd.Tests;

public sealed class When_the_app_is_killed_in_the_middle(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task The_referral_goes_on_where_it_was_and_every_message_arrives_once()
    {
        await using var app = await RunningApp.StartAsync(azurite.ConnectionString);
        using var answer = await app.PostAsync("referrer/01999901", "/api/referrals", SampleReferral.Of());
        var referral = new ReferralStory(app, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!);
        await RestartAsync(app);   // right after the 202
        Assert.Equal("Offered", await referral.StatusAsync());

        var worker = $"worker/{await referral.WorkerAsync()}";
        await GiveAndKillAsync(app, referral, worker, "accept", new { });
        Assert.Equal("Accepted", await referral.StatusAsync());
        await GiveAndKillAsync(app, referral, worker, "plan-handover", new { at = "2026-04-14T13:00:00+02:00", form = "phone" });
        Assert.Equal("HandoverPlanned", await referral.StatusAsync());
        await GiveAndKillAsync(app, referral, worker, "record-handover", new { result = "held" });
        Assert.Equal("InSupport", await referral.StatusAsync());
        await GiveAndKillAsync(app, referral, worker, "record-outcome", new { outcome = "completed", reason = "goalReached", lines = new[] { "Klaar." } });
        Assert.Equal("Completed", await referral.StatusAsync());

        Assert.Equal(["accepted", "started", "end"], (await app.GpInboxAsync()).Select(callback => callback.GetProperty("body").GetProperty("data").GetProperty("moment").GetString()));
        var mails = (await app.MailboxAsync()).Where(mail => mail.GetProperty("channel").GetString() == "email").Select(mail => (mail.GetProperty("to").GetString(), mail.GetProperty("subject").GetString()));
        Assert.Equal(mails.Distinct(), mails);
    }

    /// <summary>The command's 2xx says that it is stored; whatever had not happened by the kill happens after it.</summary>
    static async Task GiveAndKillAsync(RunningApp app, ReferralStory referral, string user, string command, object body)
    {
        using var answer = await app.PostAsync(user, $"/api/referrals/{referral.Id}/commands/{command}", body);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        await RestartAsync(app);
    }

    static async Task RestartAsync(RunningApp app)
    {
        await app.KillAsync();
        await app.StartAgainAsync();
        await app.AdvanceAsync("PT3M");   // past the sweep
    }
}
