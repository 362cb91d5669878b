using System.Net;
using System.Reflection;
using Workflows.Functions.Audit;
using Workflows.Functions.Pages;
using Workflows.Functions.Pages.Mine;
using Workflows.Functions.Problems;
using Workflows.Functions.Storage;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Pages;

public sealed class When_a_client_opens_the_own_pages(WholeApp app) : IClassFixture<WholeApp>
{
    [Fact]
    public async Task The_first_says_where_it_stands_by_when_somebody_gets_in_touch_and_why_then()
    {
        var id = await app.SubmitAsync();

        var page = await OpenAsync(id, "/mijn/verwijzing");
        Assert.Contains("Zij zoeken een welzijnscoach die bij u past.", page, StringComparison.Ordinal);
        var received = (await app.CallAsync($"client/{id}", "GET", $"/api/referrals/{id}")).Json.GetProperty("receivedAt").GetDateTimeOffset();
        var due = Calculation.Ends("handover.first-contact", "default/1", received, Pathway.Default.Handover.FirstContactWithin, Pathway.Default.Calendar);
        Assert.Contains($"Uiterlijk {Dates.Day(due.At, Language.Dutch)} neemt iemand contact met u op.", page, StringComparison.Ordinal);
        Assert.Contains(due.Explanation.InDutch, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna", page, StringComparison.Ordinal);   // who was asked and may still say no
    }

    [Fact]
    public async Task An_appointment_stands_with_who_when_and_where()
    {
        var at = app.Get<TimeProvider>().GetUtcNow().AddDays(5);
        var id = await StartedAsync("plan-handover", new { at, form = "inPerson", place = "Buurthuis De Kom" });

        var page = await OpenAsync(id, "/mijn/verwijzing");

        Assert.All(["U heeft een afspraak met Anna Verbeek van Welzijn Zuid.", Dates.Moment(at, Language.Dutch), "Waar: Buurthuis De Kom", "<a class=\"utrecht-link utrecht-link--html-a\" href=\"tel:+31600000101\">Bel 06 00000101</a>"], text => Assert.Contains(text, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_held_stands_there_and_who_sees_it_on_what_ground_and_how_much_the_practice_hears_is_the_clients_choice()
    {
        var id = await StartedAsync();

        var page = await OpenAsync(id, "/mijn/gegevens");
        Assert.All(["vrijdag 12 maart 1948", "Weduwe sinds vorig jaar", "Huisartsenpraktijk De Linde", "Omdat u daar toestemming voor gaf", "Uw huisarts hoort nu hoe het met u gaat."], text => Assert.Contains(text, page, StringComparison.Ordinal));

        Assert.Equal("/mijn/gegevens?gedaan=change-sharing", (await SendAsync(id, "/mijn/delen", ("content", "no"))).Message.Headers.Location?.ToString());
        Assert.Contains("Uw huisarts ziet nu alleen welke stappen er zijn en wanneer.", await OpenAsync(id, "/mijn/gegevens"), StringComparison.Ordinal);
        Assert.Contains("content-not-shared", (await app.CallAsync("worker/anna", "POST", $"/api/referrals/{id}/messages", new { text = "Zij komt." })).Text, StringComparison.Ordinal);
        Assert.Contains("\"shareContentWithReferrer\":false", (await app.CallAsync("worker/anna", "GET", $"/api/referrals/{id}/client")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_GP_knows_is_true_whether_or_not_the_content_is_shared()
    {
        Assert.Contains("Uw huisarts weet dat iemand u gaat helpen", await OpenAsync(await StartedAsync(), "/mijn/verwijzing"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_looked_stands_there_also_who_was_not_let_through()
    {
        var id = await StartedAsync();
        await app.CallAsync("worker/anna", "GET", $"/api/referrals/{id}/client");
        await app.CallAsync("worker/anna", "GET", $"/api/referrals/{id}/client");
        await app.CallAsync("coordinator/coen", "GET", $"/api/referrals/{id}/client");

        var page = await OpenAsync(id, "/mijn/inzage");

        Assert.Contains("Anna Verbeek (welzijnscoach)", page, StringComparison.Ordinal);
        Assert.Contains("Bekeek uw gegevens (2 keer die dag)", page, StringComparison.Ordinal);
        Assert.Contains("Dat mocht niet, en is niet gelukt.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consent_is_withdrawn_once_it_was_said_what_follows_and_the_rights_remain()
    {
        var id = await StartedAsync();

        Assert.Contains("Anna Verbeek krijgt bericht en neemt geen contact meer met u op.", await OpenAsync(id, "/mijn/toestemming"), StringComparison.Ordinal);
        Assert.Equal("InSupport", await StatusAsync(id));
        Assert.Equal(422, (await SendAsync(id, "/mijn/toestemming")).Status);
        Assert.Equal("InSupport", await StatusAsync(id));
        await SendAsync(id, "/mijn/toestemming", ("confirm", "yes"));

        Assert.Equal("Cancelled", await StatusAsync(id));
        Assert.Contains("Uw gegevens worden niet meer gebruikt.", await OpenAsync(id, "/mijn/verwijzing?gedaan=withdraw-consent"), StringComparison.Ordinal);
        Assert.Contains("Alles laten wissen", await OpenAsync(id, "/mijn/rechten"), StringComparison.Ordinal);
        Assert.Contains("Hoort niets meer.", await OpenAsync(id, "/mijn/gegevens"), StringComparison.Ordinal);
        Assert.Equal(303, (await app.CallAsync($"client/{id}", "GET", "/mijn/toestemming")).Status);
    }

    [Fact]
    public async Task A_request_stands_there_with_the_day_of_its_answer_and_then_with_the_answer()
    {
        var id = await StartedAsync();

        Assert.Equal("/mijn/rechten?gedaan=request-right", (await SendAsync(id, "/mijn/rechten/erasure", ("note", "Ik wil dit niet meer."))).Message.Headers.Location?.ToString());
        var due = (await app.CallAsync("coordinator/cora", "GET", $"/api/referrals/{id}")).Json.GetProperty("openDeadlines").EnumerateArray()
            .Single(deadline => deadline.GetProperty("what").GetString() == "requestOverdue").GetProperty("at").GetDateTimeOffset();
        Assert.Contains($"U krijgt uiterlijk {Dates.Day(due, Language.Dutch)} antwoord.", await OpenAsync(id, "/mijn/rechten"), StringComparison.Ordinal);

        await app.CallAsync("coordinator/cora", "POST", $"/api/referrals/{id}/commands/answer-request", new { right = "erasure", granted = false, ground = "legalObligation", note = "De Wmo vraagt 15 jaar." });
        var page = await OpenAsync(id, "/mijn/rechten");
        Assert.All(["een wet verplicht de gegevens te bewaren", "De Wmo vraagt 15 jaar.", "Autoriteit Persoonsgegevens"], text => Assert.Contains(text, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sent_twice_by_a_double_click_it_is_one_request()
    {
        var (id, key) = (await app.SubmitAsync(), Guid.NewGuid().ToString("N"));

        var answers = await Task.WhenAll(SendAsync(id, "/mijn/rechten/objection", ("key", key)), SendAsync(id, "/mijn/rechten/objection", ("key", key)));

        Assert.All(answers, answer => Assert.Equal(303, answer.Status));
        Assert.Single((await app.CallAsync($"client/{id}", "GET", $"/api/referrals/{id}/timeline")).Json.EnumerateArray(), happened => happened.GetProperty("change").GetProperty("type").GetString() == "right-requested");
    }

    [Theory]
    [InlineData("rectification", "Schrijf op wat er niet klopt.")]
    [InlineData("access", "Schrijf op naar welk adres wij het mogen sturen.")]
    public async Task Whoever_wants_something_put_right_says_what_and_whoever_wants_paper_where(string right, string told)
    {
        var answer = await SendAsync(await app.SubmitAsync(), $"/mijn/rechten/{right}", ("note", " "));

        Assert.Equal(422, answer.Status);
        Assert.Contains(told, answer.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await SendAsync(await app.SubmitAsync(), "/mijn/rechten/unheard-of")).Status);
    }

    [Fact]
    public async Task A_questionnaire_that_is_due_is_filled_in_once()
    {
        var id = await CompletedAsync();
        await app.AdvanceAsync(TimeSpan.FromDays(100));

        Assert.Contains("href=\"/mijn/vragenlijst/own-goal\"", await OpenAsync(id, "/mijn/verwijzing"), StringComparison.Ordinal);
        Assert.Equal(422, (await SendAsync(id, "/mijn/vragenlijst/own-goal")).Status);
        Assert.Equal(422, (await SendAsync(id, "/mijn/vragenlijst/own-goal", ("answer.0", "11"))).Status);
        Assert.Equal(303, (await SendAsync(id, "/mijn/vragenlijst/own-goal", ("answer.0", "7"))).Status);

        Assert.DoesNotContain("href=\"/mijn/vragenlijst/own-goal\"", await OpenAsync(id, "/mijn/verwijzing"), StringComparison.Ordinal);
        Assert.Equal(404, (await app.CallAsync($"client/{id}", "GET", "/mijn/vragenlijst/unheard-of")).Status);
        Assert.Contains(
            (await app.CallAsync("worker/anna", "GET", $"/api/referrals/{id}/timeline")).Json.EnumerateArray(),
            happened => happened.GetProperty("change").GetProperty("type").GetString() == "measurement-recorded" && happened.GetProperty("by").GetProperty("role").GetString() == "client");
    }

    [Fact]
    public async Task How_it_was_is_a_mark_in_the_figures_and_words_in_the_dossier()
    {
        var id = await CompletedAsync();

        Assert.Equal(422, (await SendAsync(id, "/mijn/ervaring", ("words", "Fijn."))).Status);
        Assert.Equal(303, (await SendAsync(id, "/mijn/ervaring", ("mark", "9"), ("words", "Zij luisterde echt."), ("mayBeRead", "no"))).Status);

        var recorded = (await app.CallAsync("worker/anna", "GET", $"/api/referrals/{id}/timeline")).Json.EnumerateArray().Last().GetProperty("change");
        Assert.Equal(("satisfaction", 9), (recorded.GetProperty("instrument").GetString(), recorded.GetProperty("score").GetProperty("value").GetInt32()));
        Assert.Equal("Zij luisterde echt.", await app.Get<DossierStore>().ReadAsync(id, recorded.GetProperty("note").GetString()!));
    }

    [Fact]
    public async Task Everything_that_is_held_comes_in_a_file_and_that_is_recorded()
    {
        var id = await StartedAsync();
        await app.CallAsync("worker/anna", "POST", $"/api/referrals/{id}/commands/log-contact", new { kind = "phone", note = "Zij zingt graag." });
        await SendAsync(id, "/mijn/ervaring", ("mark", "8"), ("words", "Fijn."), ("mayBeRead", "no"));

        foreach (var (path, type) in new[] { ("/mijn/gegevens/bestand", "text/html"), ("/mijn/gegevens/bestand?soort=json", "application/json"), ($"/api/referrals/{id}/export", "application/json"), ($"/api/referrals/{id}/export?format=html", "text/html") })
        {
            var file = await app.CallAsync(path.StartsWith("/api", StringComparison.Ordinal) ? "coordinator/cora" : $"client/{id}", "GET", path);

            Assert.Equal((type, "attachment"), (file.Message.Content.Headers.ContentType!.MediaType, file.Message.Content.Headers.ContentDisposition!.DispositionType));
            var text = type == "text/html" ? WebUtility.HtmlDecode(file.Text) : System.Text.RegularExpressions.Regex.Unescape(file.Text);
            Assert.All(["Ria", "1948", "+31612345678", "Weduwe sinds vorig jaar", "dr. M. de Wit", "Zij zingt graag.", "Fijn.", "Anna Verbeek"], held => Assert.Contains(held, text, StringComparison.Ordinal));
        }

        Assert.Equal(2, (await app.Get<AuditTable>().EntriesAsync(AuditMonth.At("welzijn-zuid", app.Get<TimeProvider>().GetUtcNow()), id).ToListAsync()).Count(entry => entry is { Event: AuditEvents.DataExported, Role: Role.Client }));
        Assert.Equal(404, (await app.CallAsync($"client/{await app.SubmitAsync()}", "GET", $"/api/referrals/{id}/export")).Status);
        Assert.Equal(422, (await app.CallAsync("coordinator/cora", "GET", $"/api/referrals/{id}/export?format=pdf")).Status);
    }

    [Theory]
    [InlineData("111222333 is het nummer.", "[BSN verwijderd] is het nummer.")]
    [InlineData("{ hart }", "{ hart }")]
    [InlineData("""{"a":1,"a":2}""", """{"a":1,"a":2}""")]
    public async Task A_note_that_begins_like_JSON_is_a_text_in_it(string note, string kept)
    {
        var id = await StartedAsync();
        Assert.Equal(200, (await app.CallAsync("worker/anna", "POST", $"/api/referrals/{id}/commands/log-contact", new { kind = "phone", note })).Status);

        Assert.Contains(kept, System.Text.RegularExpressions.Regex.Unescape((await app.CallAsync("coordinator/cora", "GET", $"/api/referrals/{id}/export")).Text), StringComparison.Ordinal);
        Assert.Contains(kept, WebUtility.HtmlDecode(await OpenAsync(id, "/mijn/gegevens/bestand")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("worker/anna")]
    [InlineData("coordinator/cora")]
    [InlineData("referrer/01999901")]
    public async Task They_are_for_nobody_else(string user)
    {
        foreach (var page in (string[])["/mijn/verwijzing", "/mijn/gegevens", "/mijn/inzage", "/mijn/rechten", "/mijn/gegevens/bestand"])
        {
            Assert.Equal(403, (await app.CallAsync(user, "GET", page)).Status);
        }
    }

    [Fact]
    public void There_are_words_for_every_status_right_form_and_event()
    {
        string[] names =
        [
            .. Enum.GetNames<ReferralStatus>().Select(status => $"Stand.{status}"),
            .. Enum.GetNames<FeedbackMoment>().Select(moment => $"Happened.FeedbackGiven.{moment}"),
            .. Enum.GetNames<HandoverForm>().Select(form => $"Appointment.{form}"),
            .. from right in Enum.GetNames<ClientRight>() from text in (string[])["Title", "Short", "Lead", "Note", "Send", "Asked", "Granted"] select $"Right.{right}.{text}",
            .. from code in typeof(AuditEvents).GetFields(BindingFlags.Public | BindingFlags.Static).Select(constant => (string)constant.GetValue(null)!)
               where !NotOfAReferral.Any(kind => code.StartsWith(kind, StringComparison.Ordinal))
               select $"Event.{code}",
        ];

        Assert.All(names, name => Assert.NotNull(PageTexts.Find(typeof(DataPage), name, Language.Dutch)));
    }

    /// <summary>What is recorded about something that is no referral, or no more than a row of a list.</summary>
    static readonly string[] NotOfAReferral = ["audit.month-opened", "claim.", "parked.", "selection.", "dead-letter.", "suppression.", "backup."];

    async Task<string> StartedAsync(string? command = null, object? body = null)
    {
        var id = await app.SubmitAsync();
        await app.CallAsync("worker/anna", "POST", $"/api/referrals/{id}/commands/accept");
        if (command is not null)
        {
            Assert.Equal(200, (await app.CallAsync("worker/anna", "POST", $"/api/referrals/{id}/commands/{command}", body)).Status);
            return id;
        }

        await app.CallAsync("worker/anna", "POST", $"/api/referrals/{id}/commands/plan-handover", new { at = app.Get<TimeProvider>().GetUtcNow().AddDays(1), form = "phone" });
        Assert.Equal(200, (await app.CallAsync("worker/anna", "POST", $"/api/referrals/{id}/commands/record-handover", new { result = "held" })).Status);
        return id;
    }

    async Task<string> CompletedAsync()
    {
        var id = await StartedAsync();
        Assert.Equal(200, (await app.CallAsync("worker/anna", "POST", $"/api/referrals/{id}/commands/record-outcome", new { outcome = "completed" })).Status);
        return id;
    }

    async Task<string> OpenAsync(string id, string page)
    {
        var answer = await app.CallAsync($"client/{id}", "GET", page);
        Assert.Equal(200, answer.Status);
        return WebUtility.HtmlDecode(answer.Text);
    }

    Task<WholeApp.Answer> SendAsync(string id, string page, params (string Name, string Value)[] fields) => app.SendFormAsync($"client/{id}", page, fields);

    async Task<string?> StatusAsync(string id) => (await app.CallAsync("coordinator/cora", "GET", $"/api/referrals/{id}")).Json.GetProperty("status").GetString();
}
