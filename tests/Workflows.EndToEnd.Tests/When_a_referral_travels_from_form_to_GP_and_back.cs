using System.Text.Json;

namespace Workflows.EndToEnd.Tests;

public sealed class When_a_referral_travels_from_form_to_GP_and_back(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task Every_phase_is_lived_through_and_the_GP_hears_of_it_three_times()
    {
        await using var app = await RunningApp.StartAsync(azurite.ConnectionString);
        var referral = await ReferralStory.SubmittedAsync(app);

        Assert.Equal("Offered", await referral.StatusAsync());
        var worker = $"worker/{await referral.WorkerAsync()}";
        Assert.Equal("Accepted", await referral.DoesAsync(worker, "accept"));
        Assert.Equal("HandoverPlanned", await referral.DoesAsync(worker, "plan-handover", new { at = "2026-04-14T13:00:00+02:00", form = "consultationHour" }));
        await app.AdvanceAsync("P1DT4H");
        Assert.Equal("InSupport", await referral.DoesAsync(worker, "record-handover", new { result = "held" }));

        await app.AdvanceAsync("P44D");
        Assert.Equal([1, 2], from happened in await referral.TimelineAsync()
                             let change = happened.GetProperty("change")
                             where change.GetProperty("type").GetString() == "worker-reminded"
                             select change.GetProperty("stage").GetInt32());

        Assert.Equal("Completed", await referral.DoesAsync(worker, "record-outcome", new { outcome = "completed", reason = "goalReached", arrangement = "meeting", lines = new[] { "Gaat elke week naar het eetcafe." } }));

        var callbacks = await app.GpInboxAsync();
        Assert.All(callbacks, callback => Assert.True(callback.GetProperty("verified").GetBoolean()));
        Assert.Equal(["accepted", "started", "end"], callbacks.Select(callback => Data(callback).GetProperty("moment").GetString()));
        Assert.Equal("Gaat elke week naar het eetcafe.", Data(callbacks[2]).GetProperty("lines")[0].GetString());
        Assert.Equal("HIS-2026-0413", Data(callbacks[2]).GetProperty("yourReference").GetString());

        // The 2xx of the practice's system acknowledges the end: nobody has to do anything any more.
        var summary = await referral.SummaryAsync();
        Assert.Equal(JsonValueKind.Null, summary.GetProperty("turn").ValueKind);
        Assert.All(summary.GetProperty("feedback").EnumerateArray(), feedback => Assert.True(feedback.GetProperty("delivered").GetBoolean()));
    }

    [Fact]
    public async Task An_offer_that_is_declined_or_not_answered_goes_to_the_next_worker_and_then_to_the_coordinator()
    {
        await using var app = await RunningApp.StartAsync(azurite.ConnectionString);
        var referral = await ReferralStory.SubmittedAsync(app);

        var first = await referral.WorkerAsync();
        Assert.Equal("Offered", await referral.DoesAsync($"worker/{first}", "decline", new { reason = "noCapacity" }));
        var second = await referral.WorkerAsync();
        Assert.NotEqual(first, second);

        await app.AdvanceAsync("P2DT9H");
        var third = await referral.WorkerAsync();
        Assert.DoesNotContain(third, new[] { first, second });

        await app.AdvanceAsync("P5D");
        var summary = await referral.SummaryAsync();
        Assert.Equal("AwaitingCoordinator", summary.GetProperty("status").GetString());
        Assert.Equal("nobodyAccepted", summary.GetProperty("statusReason").GetString());
        Assert.Contains(await app.MailboxAsync(), mail => mail.GetProperty("to").GetString() == "cora@welzijn-zuid.example");
    }

    [Fact]
    public async Task A_practice_without_a_system_hears_by_mail_and_is_reminded_until_it_has_seen_the_end()
    {
        await using var app = await RunningApp.StartAsync(azurite.ConnectionString);
        var referral = await ReferralStory.SubmittedAsync(app, SampleReferral.Of("01999903", organisation: "buurtwerk-noord"), "01999903", coordinator: "coordinator/coen");
        var worker = $"worker/{await referral.WorkerAsync()}";
        await referral.DoesAsync(worker, "accept");
        await referral.DoesAsync(worker, "record-outcome", new { outcome = "notStarted", reason = "declinedByClient", lines = new[] { "Wil nu niet." } });
        Assert.Equal("NotStarted", await referral.StatusAsync());
        Assert.Empty(await app.GpInboxAsync());
        var mails = (await app.MailboxAsync()).Length;

        await app.AdvanceAsync("P7DT1H");
        var summary = await referral.SummaryAsync();
        Assert.Equal("referrer", summary.GetProperty("turn").GetString());
        Assert.Equal(mails + 1, (await app.MailboxAsync()).Length);   // reminded once

        var end = summary.GetProperty("feedback").EnumerateArray().Last().GetProperty("id").GetString();
        using var seen = await app.PostAsync("referrer/01999903", $"/api/referrals/{referral.Id}/commands/acknowledge-feedback", new { feedback = end });
        Assert.True(seen.IsSuccessStatusCode);
        await app.AdvanceAsync("P10D");
        Assert.Equal(JsonValueKind.Null, (await referral.SummaryAsync()).GetProperty("turn").ValueKind);
        Assert.Equal(mails + 1, (await app.MailboxAsync()).Length);   // and no more than that
    }

    static JsonElement Data(JsonElement callback) => callback.GetProperty("body").GetProperty("data");
}
