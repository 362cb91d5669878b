using System.Text.RegularExpressions;
using Workflows.Functions.Tests.Pages.Coordinate;

namespace Workflows.Functions.Tests.Pages.Practices;

public sealed partial class When_a_practice_opens_a_referral(PagesApp app) : IClassFixture<PagesApp>
{
    const string Note = "Klonk somber aan de telefoon";
    const string Goal = "Weer naar het koor";

    [Fact]
    public async Task It_sees_where_it_stands_what_happened_and_what_happens_next()
    {
        var referral = await app.ReferAsync();
        using var practice = await app.PracticeAsync();

        await practice.OpenAsync($"/praktijk/{referral}");

        Assert.Equal(200, practice.Status);
        Assert.Contains("Verwijzing van maandag 13 april 2026</h1>", practice.Text, StringComparison.Ordinal);
        Assert.Contains("is gevraagd en heeft nog niet geantwoord.", practice.Text, StringComparison.Ordinal);
        Assert.Contains("Verwijzing ontvangen", practice.Text, StringComparison.Ordinal);
        Assert.Contains("Antwoord van de gevraagde welzijnscoach", practice.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/praktijk\">Naar onze verwijzingen</a>", practice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_it_is_about_is_shown_when_somebody_asks_and_that_is_recorded()
    {
        var referral = await app.ReferAsync("Kaart");
        using var practice = await app.PracticeAsync();

        await practice.OpenAsync($"/praktijk/{referral}");
        Assert.DoesNotContain("Kaart", practice.Text, StringComparison.Ordinal);
        await practice.OpenAsync($"/praktijk/{referral}?gegevens=1");

        Assert.Contains("Ria Kaart", practice.Text, StringComparison.Ordinal);
        Assert.Equal(["referral.submitted 01999901", "referral.read 01999901", "referral.read 01999901", "client.read 01999901"], await app.AuditedAsync(referral));
    }

    [Fact]
    public async Task What_the_worker_wrote_for_the_dossier_is_never_shown_to_it()
    {
        var (referral, worker) = await app.ReferAndStartAsync();
        await app.GiveAsync(worker, referral, "log-contact", new { kind = "phone", note = Note });
        await app.GiveAsync(worker, referral, "set-goal", new { text = Goal, score = 4 });
        using var practice = await app.PracticeAsync();
        using var cora = await app.CoordinatorAsync();

        await practice.OpenAsync($"/praktijk/{referral}?gegevens=1");
        await cora.OpenAsync($"/regie/{referral}?gegevens=1");

        Assert.Contains("Contact telefonisch", practice.Text, StringComparison.Ordinal);
        Assert.All([Note, Goal], text => Assert.Contains(text, cora.Text, StringComparison.Ordinal));
        Assert.All([Note, Goal], text => Assert.DoesNotContain(text, practice.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_client_who_shares_no_content_it_sees_the_steps_without_goal_or_score()
    {
        var (referral, worker) = await app.ReferAndStartAsync();
        await app.GiveAsync(worker, referral, "set-goal", new { text = Goal, score = 4 });
        await app.GiveAsync(worker, referral, "record-measurement", new { instrument = "own-goal", answers = new[] { 7 } });
        await app.GiveAsync(worker, referral, "choose-arrangement", new { arrangement = "socialWork", accompanied = false });
        using var practice = await app.PracticeAsync();
        await practice.OpenAsync($"/praktijk/{referral}");
        Assert.Contains("Eigen doel van de cliënt: 4 van 10", practice.Text, StringComparison.Ordinal);

        await app.GiveAsync("coordinator/cora", referral, "change-sharing", new { shareContentWithReferrer = false });
        await practice.OpenAsync($"/praktijk/{referral}");

        Assert.Contains("Gekozen: Maatschappelijk werk", practice.Text, StringComparison.Ordinal);
        Assert.Contains("u ziet alleen welke stappen er zijn en wanneer", practice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("4 van 10", practice.Text, StringComparison.Ordinal);
        await practice.OpenAsync($"/api/referrals/{referral}/timeline");
        Assert.Contains("measurement-recorded", practice.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("score\":{", practice.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("goal-set", practice.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_withdraws_what_nobody_has_taken()
    {
        var referral = await app.ReferAsync();
        using var practice = await app.PracticeAsync();
        await practice.OpenAsync($"/praktijk/{referral}");
        Assert.Equal(["write-message", "request-right", "cancel", "withdraw-consent", "mark-entered-in-error"], Offered(practice, referral));

        await practice.OpenAsync($"/praktijk/{referral}/cancel");
        await practice.SubmitAsync($"/praktijk/{referral}/cancel", ("reason", "helpedElsewhere"));

        Assert.Equal((303, $"/praktijk/{referral}?gedaan=cancel"), (practice.Status, practice.Location));
        Assert.Equal("Cancelled", (await app.SummaryAsync(referral)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task It_asks_to_stop_what_a_worker_has_and_is_told_that_the_worker_answers()
    {
        var (referral, _) = await app.ReferAndStartAsync();
        using var practice = await app.PracticeAsync();
        await practice.OpenAsync($"/praktijk/{referral}");
        Assert.Equal(["write-message", "request-right", "request-cancellation", "withdraw-consent", "mark-entered-in-error"], Offered(practice, referral));

        await practice.OpenAsync($"/praktijk/{referral}/request-cancellation");
        await practice.SubmitAsync($"/praktijk/{referral}/request-cancellation", ("reason", "moved"));
        await practice.OpenAsync(practice.Location!);

        Assert.Contains("De vraag is gesteld. De welzijnscoach antwoordt erop.", practice.Text, StringComparison.Ordinal);
        Assert.Contains("Er is gevraagd om te stoppen.", practice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("request-cancellation", Offered(practice, referral));
        Assert.Equal("InSupport", (await app.SummaryAsync(referral)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Consent_that_the_client_withdrew_stops_all_and_leaves_only_the_mistake_to_be_put_right()
    {
        var (referral, _) = await app.ReferAndStartAsync();
        using var practice = await app.PracticeAsync();
        await practice.OpenAsync($"/praktijk/{referral}/withdraw-consent");

        await practice.SubmitAsync($"/praktijk/{referral}/withdraw-consent");
        await practice.OpenAsync(practice.Location!);

        Assert.Contains("De toestemming is ingetrokken. Alles is gestopt.", practice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Terugkoppeling over", practice.Text, StringComparison.Ordinal);
        Assert.Equal(["request-right", "mark-entered-in-error"], Offered(practice, referral));
    }

    [Fact]
    public async Task A_mistake_is_marked_as_one()
    {
        var referral = await app.ReferAsync();
        using var practice = await app.PracticeAsync();
        await practice.OpenAsync($"/praktijk/{referral}/mark-entered-in-error");
        await practice.SubmitAsync($"/praktijk/{referral}/mark-entered-in-error");
        Assert.Equal(422, practice.Status);

        await practice.SubmitAsync($"/praktijk/{referral}/mark-entered-in-error", ("reason", "wrongPerson"));

        Assert.Equal(303, practice.Status);
        Assert.Equal("EnteredInError", (await app.SummaryAsync(referral)).GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("log-contact")]
    [InlineData("acknowledge-feedback")]
    public async Task What_is_not_for_a_practice_is_refused_with_the_page_as_it_stands(string command)
    {
        var referral = await app.ReferAsync();
        using var practice = await app.PracticeAsync();

        await practice.OpenAsync($"/praktijk/{referral}/{command}");

        Assert.Equal(409, practice.Status);
        Assert.Contains("Dit kan nu niet", practice.Text, StringComparison.Ordinal);
    }

    static List<string> Offered(Visitor visitor, string referral) =>
        [.. Regex.Matches(visitor.Html, $"href=\"/praktijk/{referral}/([a-z-]+)\"").Select(link => link.Groups[1].Value == "berichten" ? "write-message" : link.Groups[1].Value)];
}
