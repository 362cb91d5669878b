using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workflows.EndToEnd.Tests;

public sealed class When_an_agreement_names_another_pathway(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    const string Zuid = "/api/organisations/welzijn-zuid";

    [Fact]
    public async Task Fall_prevention_runs_by_its_own_terms_while_a_next_version_an_absence_and_a_second_referral_come()
    {
        await using var app = await RunningApp.StartAsync(azurite.ConnectionString);
        await AgreeAsync(app, "fall-prevention", 1);
        var referral = await ReferralStory.SubmittedAsync(app);
        var worker = await referral.WorkerAsync();
        Assert.Equal("fall-prevention/1", await PathwayAsync(referral));
        Assert.Equal("Accepted", await referral.DoesAsync($"worker/{worker}", "accept"));

        await The_next_version_is_for_new_referrals_and_the_same_client_comes_to_the_coordinator(app, referral);

        Assert.Equal("HandoverPlanned", await referral.DoesAsync($"worker/{worker}", "plan-handover", new { at = "2026-04-14T13:00:00+02:00", form = "inPerson" }));
        await app.AdvanceAsync("P1DT4H");
        Assert.Equal("InSupport", await referral.DoesAsync($"worker/{worker}", "record-handover", new { result = "held" }));
        await An_instrument_is_scored(app, referral, $"worker/{worker}");

        await app.AdvanceAsync("P8D");
        Assert.Equal([1], await RemindersAsync(referral));

        var others = ((string[])["anna", "bram", "carla"]).Where(other => other != worker).ToArray();
        await A_planned_absence_gives_it_to_the_deputy_on_its_first_day(app, referral, worker!, others[0]);
        await A_sudden_absence_gives_it_to_the_deputy_at_once(app, referral, others[0], others[1]);

        Assert.Equal("Completed", await referral.DoesAsync($"worker/{others[1]}", "record-outcome", new { outcome = "completed", reason = "goalReached", arrangement = "exercise", lines = new[] { "Wandelt elke week mee." } }));
        Assert.Equal("fall-prevention/1", await PathwayAsync(referral));
        Assert.Equal(["accepted", "started", "end"], await MomentsAsync(app, referral));
    }

    [Fact]
    public async Task Caregiver_support_runs_by_its_own_terms_while_worker_and_referrer_write_to_each_other()
    {
        await using var app = await RunningApp.StartAsync(azurite.ConnectionString);
        await AgreeAsync(app, "caregiver-support", 1);
        var referral = await ReferralStory.SubmittedAsync(app);
        var worker = $"worker/{await referral.WorkerAsync()}";
        Assert.Equal("Accepted", await referral.DoesAsync(worker, "accept"));
        Assert.Equal("HandoverPlanned", await referral.DoesAsync(worker, "plan-handover", new { at = "2026-04-14T13:00:00+02:00", form = "phone" }));
        await app.AdvanceAsync("P1DT4H");
        Assert.Equal("InSupport", await referral.DoesAsync(worker, "record-handover", new { result = "byPhone" }));

        await What_one_writes_the_other_reads_behind_a_notice_without_content(app, referral, worker);
        Assert.Equal("InSupport", await referral.DoesAsync(worker, "give-interim-feedback", new { lines = new[] { "Er is een oppas geregeld." } }));

        await app.AdvanceAsync("P31D");
        Assert.Equal([1, 2], await RemindersAsync(referral));
        Assert.Empty((await app.GetAsync(worker, $"/api/referrals/{referral.Id}/messages")).EnumerateArray());

        Assert.Equal("Completed", await referral.DoesAsync(worker, "record-outcome", new { outcome = "completed", reason = "goalReached", arrangement = "caregiverSupport", lines = new[] { "Het gaat beter." } }));
        Assert.Equal("caregiver-support/1", await PathwayAsync(referral));
        Assert.Equal(["accepted", "started", "progress", "end"], await MomentsAsync(app, referral));
    }

    static async Task The_next_version_is_for_new_referrals_and_the_same_client_comes_to_the_coordinator(RunningApp app, ReferralStory running)
    {
        var next = (await app.GetAsync("administrator/admin", "/api/pathways")).EnumerateArray().Single(pathway => pathway.GetProperty("id").GetString() == "fall-prevention");
        var version2 = JsonNode.Parse(next.GetRawText())!;
        version2["version"] = 2;
        version2["support"]!["remindAfter"] = new JsonArray("3 days");
        await PutAsync(app, $"{Zuid}/pathways/fall-prevention.2", version2);
        await AgreeAsync(app, "fall-prevention", 2);

        var second = await ReferralStory.SubmittedAsync(app, SampleReferral.Of(question: "Nog een keer verwezen."));
        var summary = await second.SummaryAsync();
        Assert.Equal("fall-prevention/2", summary.GetProperty("pathway").GetString());
        Assert.Equal("possibleDuplicate", summary.GetProperty("statusReason").GetString());
        Assert.Equal(running.Id, summary.GetProperty("duplicateOf").GetString());
        Assert.Equal("fall-prevention/1", await PathwayAsync(running));
        Assert.Equal("Rejected", await second.DoesAsync("coordinator/cora", "merge", new { into = running.Id }));
    }

    static async Task An_instrument_is_scored(RunningApp app, ReferralStory referral, string worker)
    {
        using var wrong = await app.PostAsync(worker, $"/api/referrals/{referral.Id}/commands/record-measurement", new { instrument = "who-5", answers = new[] { 3, 9, 3, 3, 3 } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal("/answers/1", (await wrong.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0].GetProperty("pointer").GetString());

        await referral.DoesAsync(worker, "record-measurement", new { instrument = "who-5", answers = new[] { 3, 3, 3, 3, 3 } });
        var change = Assert.Single(await ChangesAsync(referral, "measurement-recorded"));
        Assert.Equal(60, change.GetProperty("score").GetProperty("value").GetDecimal());
    }

    static async Task A_planned_absence_gives_it_to_the_deputy_on_its_first_day(RunningApp app, ReferralStory referral, string worker, string deputy)
    {
        await IsAwayAsync(app, worker, "2026-04-23", deputy);
        Assert.Equal(worker, await referral.WorkerAsync());

        await app.AdvanceAsync("P1D");
        Assert.Equal(deputy, await referral.WorkerAsync());
    }

    static async Task A_sudden_absence_gives_it_to_the_deputy_at_once(RunningApp app, ReferralStory referral, string worker, string deputy)
    {
        await IsAwayAsync(app, worker, "2026-04-23", deputy);
        Assert.Equal(deputy, await referral.WorkerAsync());
    }

    static async Task What_one_writes_the_other_reads_behind_a_notice_without_content(RunningApp app, ReferralStory referral, string worker)
    {
        using var written = await app.PostAsync(worker, $"/api/referrals/{referral.Id}/messages", new { text = "Mag ik u bellen over 111222333?" });
        Assert.Equal(HttpStatusCode.OK, written.StatusCode);
        using var answered = await app.PostAsync("referrer/01999901", $"/api/referrals/{referral.Id}/messages", new { text = "Graag." });
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        using var stranger = await app.PostAsync("referrer/01999902", $"/api/referrals/{referral.Id}/messages", new { text = "Hallo?" });
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);

        await app.AdvanceAsync("PT1S");
        var messages = await app.GetAsync("referrer/01999901", $"/api/referrals/{referral.Id}/messages");
        Assert.Equal(["Mag ik u bellen over [BSN verwijderd]?", "Graag."], messages.EnumerateArray().Select(message => message.GetProperty("text").GetString()));
        var notice = Assert.Single(await app.MailboxAsync(), mail => mail.GetProperty("to").GetString() == "dewit@praktijk.example" && mail.GetProperty("subject").GetString() == "Er is een bericht voor u");
        Assert.DoesNotContain("bellen", notice.GetRawText(), StringComparison.Ordinal);
    }

    /// <summary>The practice and the organisation agree on a pathway version for the referrals to come.</summary>
    static async Task AgreeAsync(RunningApp app, string pathway, int version)
    {
        var agreement = JsonNode.Parse((await app.GetAsync("administrator/admin", $"{Zuid}/agreements/01999901")).GetRawText())!;
        agreement["pathway"] = new JsonObject { ["id"] = pathway, ["version"] = version };
        await PutAsync(app, $"{Zuid}/agreements/01999901", agreement);
    }

    static async Task IsAwayAsync(RunningApp app, string worker, string from, string deputy)
    {
        var person = JsonNode.Parse((await app.GetAsync("coordinator/cora", $"{Zuid}/workers/{worker}")).GetRawText())!;
        person["absences"] = new JsonArray(new JsonObject { ["from"] = from, ["until"] = "2026-05-01", ["deputy"] = deputy });
        await PutAsync(app, $"{Zuid}/workers/{worker}", person);
        await app.AdvanceAsync("PT1S");
    }

    static async Task PutAsync(RunningApp app, string path, JsonNode body)
    {
        using var administrator = app.As("administrator/admin");
        using var answer = await administrator.PutAsJsonAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    static async Task<string?> PathwayAsync(ReferralStory referral) => (await referral.SummaryAsync()).GetProperty("pathway").GetString();

    static async Task<IEnumerable<int>> RemindersAsync(ReferralStory referral) =>
        (await ChangesAsync(referral, "worker-reminded")).Select(change => change.GetProperty("stage").GetInt32());

    static async Task<IEnumerable<JsonElement>> ChangesAsync(ReferralStory referral, string type) =>
        (await referral.TimelineAsync()).Select(happened => happened.GetProperty("change")).Where(change => change.GetProperty("type").GetString() == type);

    static async Task<IEnumerable<string?>> MomentsAsync(RunningApp app, ReferralStory referral) =>
        from callback in await app.GpInboxAsync()
        let data = callback.GetProperty("body").GetProperty("data")
        where data.GetProperty("referral").GetString() == referral.Id
        select data.GetProperty("moment").GetString();
}
