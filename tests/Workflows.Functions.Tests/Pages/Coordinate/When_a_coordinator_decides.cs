using System.Text.RegularExpressions;

namespace Workflows.Functions.Tests.Pages.Coordinate;

public sealed class When_a_coordinator_decides(PagesApp app) : IClassFixture<PagesApp>
{
    [Fact]
    public async Task The_page_of_a_referral_offers_what_a_coordinator_can_do_now_and_says_what_is_asked()
    {
        var young = await app.ReferSomebodyYoungAsync();
        using var cora = await app.CoordinatorAsync();

        await cora.OpenAsync($"/regie/{young}");

        Assert.Equal(200, cora.Status);
        Assert.Contains("op een besluit.", cora.Text, StringComparison.Ordinal);
        Assert.Equal(["assign", "reject", "write-message", "put-on-hold", "correct-details", "change-sharing", "request-right", "cancel", "withdraw-consent", "mark-entered-in-error"], Offered(cora, young));
        Assert.Contains("href=\"/regie\">Naar de regie</a>", cora.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ik neem de verwijzing aan", cora.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("cora")]
    [InlineData("dirk")]
    [InlineData("niemand")]
    public async Task It_is_given_to_nobody_who_does_not_work_there(string worker)
    {
        var young = await app.ReferSomebodyYoungAsync();
        using var cora = await app.CoordinatorAsync();
        await cora.OpenAsync($"/regie/{young}/assign");

        await cora.SubmitAsync($"/regie/{young}/assign", ("worker", worker));

        Assert.Equal(422, cora.Status);
        Assert.Contains("id=\"veld-worker-fout\"", cora.Html, StringComparison.Ordinal);
        Assert.Equal("AwaitingCoordinator", (await app.SummaryAsync(young)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Sent_twice_or_after_the_back_button_it_is_one_decision()
    {
        var young = await app.ReferSomebodyYoungAsync();
        using var cora = await app.CoordinatorAsync();
        await cora.OpenAsync($"/regie/{young}/assign");
        var form = cora.Html;

        for (var time = 0; time < 2; time++)
        {
            cora.GoBackTo(form);
            await cora.SubmitAsync($"/regie/{young}/assign", ("worker", "bram"));
            Assert.Equal((303, $"/regie/{young}?gedaan=assign"), (cora.Status, cora.Location));
        }

        cora.GoBackTo(form);
        await cora.SubmitAsync($"/regie/{young}/assign", ("worker", "anna"));
        Assert.Equal(409, cora.Status);
        Assert.Equal("bram", (await app.SummaryAsync(young)).GetProperty("worker").GetString());
    }

    [Fact]
    public async Task Of_two_coordinators_at_once_the_second_is_told_loses_nothing_that_was_typed_and_may_decide_again()
    {
        var young = await app.ReferSomebodyYoungAsync();
        using var cora = await app.CoordinatorAsync();
        using var other = await app.CoordinatorAsync();
        await cora.OpenAsync($"/regie/{young}/assign");
        await other.OpenAsync($"/regie/{young}/assign");
        await cora.SubmitAsync($"/regie/{young}/assign", ("worker", "bram"));

        await other.SubmitAsync($"/regie/{young}/assign", ("worker", "carla"));
        Assert.Equal(409, other.Status);
        Assert.Contains("Er is intussen iets gebeurd", other.Text, StringComparison.Ordinal);
        Assert.Contains("Toegewezen aan Bram Hofstra (Cora van Dam, ", other.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"carla\" checked", other.Html, StringComparison.Ordinal);
        Assert.Equal("bram", (await app.SummaryAsync(young)).GetProperty("worker").GetString());

        await other.SubmitAsync($"/regie/{young}/assign", ("worker", "carla"));
        Assert.Equal(303, other.Status);
        Assert.Equal("carla", (await app.SummaryAsync(young)).GetProperty("worker").GetString());
    }

    [Fact]
    public async Task Of_two_referrals_of_one_client_the_later_one_ends_and_the_earlier_goes_on()
    {
        var name = $"Dubbel {Random.Shared.GetString("abcdefghij", 16)}";
        var first = await app.ReferAsync(name);
        var second = await app.ReferAsync(name, practice: "01999902");
        using var cora = await app.CoordinatorAsync();
        await cora.OpenAsync($"/regie/{second}");
        Assert.Equal("merge", Offered(cora, second)[0]);
        Assert.Contains($"href=\"/regie/{first}\">Bekijk die verwijzing</a>", cora.Text, StringComparison.Ordinal);

        await cora.OpenAsync($"/regie/{second}/merge");
        Assert.Contains("Deze gaat verder", cora.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(name, cora.Text, StringComparison.Ordinal);
        await cora.OpenAsync($"/regie/{second}/merge?gegevens=1");
        Assert.Equal(2, cora.Text.Split($"Ria {name}").Length - 1);
        await cora.SubmitAsync($"/regie/{second}/merge");

        Assert.Equal($"/regie/{second}?gedaan=merge", cora.Location);
        Assert.Equal("Rejected", (await app.SummaryAsync(second)).GetProperty("status").GetString());
        Assert.Equal("Offered", (await app.SummaryAsync(first)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task What_ended_is_opened_again_and_what_never_should_have_been_there_is_not()
    {
        var referral = await app.ReferAsync();
        using var cora = await app.CoordinatorAsync();
        await SendAsync(cora, referral, "cancel", ("reason", "other"));
        Assert.Equal("Cancelled", (await app.SummaryAsync(referral)).GetProperty("status").GetString());

        await SendAsync(cora, referral, "reopen", ("reason", "closedByMistake"));
        await app.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal("Offered", (await app.SummaryAsync(referral)).GetProperty("status").GetString());

        await SendAsync(cora, referral, "mark-entered-in-error", ("reason", "test"));
        await cora.OpenAsync($"/regie/{referral}/reopen");
        Assert.Equal(409, cora.Status);
        Assert.Contains("“Heropenen” kan bij deze stand van de verwijzing niet.", cora.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_outcome_is_recorded_in_the_workers_place()
    {
        var referral = await app.ReferAsync();
        await app.GiveAsync($"worker/{await app.WorkerAsync(referral)}", referral, "accept");
        using var cora = await app.CoordinatorAsync();

        await SendAsync(cora, referral, "record-outcome", ("reason", "unreachable"), ("lines", "Drie keer gebeld."));

        Assert.Equal("NotStarted", (await app.SummaryAsync(referral)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Feedback_that_the_practice_has_not_acknowledged_is_settled_after_a_call()
    {
        var referral = await app.ReferAsync();
        await app.GiveAsync("coordinator/cora", referral, "reject", new { reason = "noCapacity" });
        using var cora = await app.CoordinatorAsync();
        await cora.OpenAsync($"/regie/{referral}");
        Assert.Contains("acknowledge-feedback", Offered(cora, referral));

        await SendAsync(cora, referral, "acknowledge-feedback");

        await cora.OpenAsync($"/regie/{referral}");
        Assert.DoesNotContain("acknowledge-feedback", Offered(cora, referral));
    }

    [Fact]
    public async Task A_request_of_the_client_is_read_and_answered_with_a_ground_where_it_is_refused()
    {
        var referral = await app.ReferAsync();
        await app.GiveAsync($"client/{referral}", referral, "request-right", new { right = "erasure", note = "Ik wil dit niet meer." });
        using var cora = await app.CoordinatorAsync();
        await cora.OpenAsync("/regie?lijst=verzoek");
        Assert.Contains($"href=\"/regie/{referral}/answer-request\"", cora.Html, StringComparison.Ordinal);

        await cora.OpenAsync($"/regie/{referral}/answer-request");
        Assert.Contains("Ik wil dit niet meer.", cora.Text, StringComparison.Ordinal);
        Assert.Contains("Antwoord uiterlijk op woensdag 13 mei 2026.", cora.Text, StringComparison.Ordinal);
        await cora.SubmitAsync($"/regie/{referral}/answer-request", ("granted", "no"), ("note", "Wij moeten dit bewaren."));
        Assert.Contains("id=\"veld-ground-fout\"", cora.Html, StringComparison.Ordinal);
        await cora.SubmitAsync($"/regie/{referral}/answer-request", ("granted", "no"), ("ground", "legalObligation"), ("note", "Wij moeten dit bewaren."));
        Assert.Equal($"/regie/{referral}?gedaan=answer-request", cora.Location);

        await cora.OpenAsync("/regie?lijst=verzoek");
        Assert.DoesNotContain(referral, cora.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_file_says_wrongly_of_a_client_is_put_right_and_the_rest_stays()
    {
        var referral = await app.ReferAsync("Janssen");
        using var cora = await app.CoordinatorAsync();
        await cora.OpenAsync($"/regie/{referral}/correct-details");

        await cora.SubmitAsync($"/regie/{referral}/correct-details");
        Assert.Contains("href=\"#veld-whole\">Vul in wat er anders moet.</a>", cora.Text, StringComparison.Ordinal);
        await cora.SubmitAsync($"/regie/{referral}/correct-details", ("details.familyName", "Jansen"), ("details.phone", "06 123"), ("details.birthDate", "13-3-1948"));
        Assert.Contains("Typ een telefoonnummer, zoals 06 12345678.", cora.Text, StringComparison.Ordinal);
        await cora.SubmitAsync($"/regie/{referral}/correct-details", ("details.familyName", "Jansen"), ("details.phone", "06 87654321"), ("details.birthDate", "13-3-1948"));
        Assert.Equal($"/regie/{referral}?gedaan=correct-details", cora.Location);

        await app.AdvanceAsync(TimeSpan.FromSeconds(1));
        await cora.OpenAsync($"/regie/{referral}?gegevens=1");
        Assert.All(["Ria Jansen", "+31687654321", "13 maart 1948", "3011 ED"], right => Assert.Contains(right, cora.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_day_that_has_passed_and_a_missing_reason_are_named_beside_the_field()
    {
        var referral = await app.ReferAsync();
        using var cora = await app.CoordinatorAsync();
        await cora.OpenAsync($"/regie/{referral}/put-on-hold");

        await cora.SubmitAsync($"/regie/{referral}/put-on-hold", ("until", "1-4-2026"));
        Assert.Equal(422, cora.Status);
        Assert.Contains("id=\"veld-reason-fout\">Maak een keuze.", cora.Text, StringComparison.Ordinal);

        await cora.SubmitAsync($"/regie/{referral}/put-on-hold", ("reason", "illness"), ("until", "1-4-2026"));
        Assert.Contains("id=\"veld-until-fout\"", cora.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"1-4-2026\"", cora.Html, StringComparison.Ordinal);

        await cora.SubmitAsync($"/regie/{referral}/put-on-hold", ("reason", "illness"), ("until", "1-6-2026"));
        Assert.Equal($"/regie/{referral}?gedaan=put-on-hold", cora.Location);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/assign")]
    [InlineData("/metingen")]
    [InlineData("/berichten")]
    [InlineData("/bezorging")]
    public async Task A_referral_of_another_organisation_is_not_there(string page)
    {
        var referral = await app.ReferAsync();
        using var coen = await app.CoordinatorAsync("coen");

        await coen.OpenAsync($"/regie/{referral}{page}");

        Assert.Equal(404, coen.Status);
    }

    [Fact]
    public async Task A_worker_stays_on_the_pages_of_a_worker()
    {
        var referral = await app.ReferAsync();
        using var worker = app.Visitor();
        await worker.SignInAsync($"worker/{await app.WorkerAsync(referral)}");

        await worker.OpenAsync($"/regie/{referral}");
        Assert.Equal(403, worker.Status);
        await worker.OpenAsync($"/werk/{referral}");
        Assert.Contains($"action=\"/werk/{referral}/accept\"", worker.Html, StringComparison.Ordinal);
        await worker.SubmitAsync($"/werk/{referral}/accept");
        Assert.Equal($"/werk/{referral}?gedaan=accept", worker.Location);
    }

    static async Task SendAsync(Visitor visitor, string referral, string command, params (string Name, string Value)[] fields)
    {
        await visitor.OpenAsync($"/regie/{referral}/{command}");
        await visitor.SubmitAsync($"/regie/{referral}/{command}", fields);
        Assert.True(visitor.Status == 303, visitor.Text);
    }

    static List<string> Offered(Visitor visitor, string referral) =>
        [.. Regex.Matches(visitor.Html, $"href=\"/regie/{referral}/([a-z-]+)\"").Select(link => link.Groups[1].Value).Except(["bezorging"]).Select(path => path switch { "berichten" => "write-message", "metingen" => "record-measurement", _ => path })];
}
