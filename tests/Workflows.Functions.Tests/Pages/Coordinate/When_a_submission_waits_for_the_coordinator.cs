using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Workflows.Functions.Audit;
using Workflows.Functions.Intake;
using Workflows.Functions.Storage;
using Workflows.Functions.Tests.Intake.Forms;

namespace Workflows.Functions.Tests.Pages.Coordinate;

public sealed class When_a_submission_waits_for_the_coordinator(PagesApp app) : IClassFixture<PagesApp>, IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        using var admin = app.Program("administrator/admin");
        using var imported = await admin.PutAsync("/api/directory", new StringContent($$"""{ "forms": [{{When_any_system_sends_JSON.Form}}] }""", Encoding.UTF8, "application/json"));
        Assert.True(imported.IsSuccessStatusCode, await imported.Content.ReadAsStringAsync());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task It_stands_on_a_list_that_says_from_where_and_until_when_and_not_whom_it_is_about()
    {
        var id = await ParkAsync();
        using var cora = await app.CoordinatorAsync();

        await cora.OpenAsync("/regie/aanmeldingen");

        Assert.Contains("Zorgportaal", cora.Text, StringComparison.Ordinal);
        Assert.Contains("Wordt op woensdag 13 mei 2026 gewist als niemand beslist.", cora.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"/regie/aanmeldingen/{id}\"", cora.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Ria", cora.Text, StringComparison.Ordinal);
        await cora.OpenAsync("/regie");
        Assert.Contains("aanmeldingen om na te kijken", cora.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_shows_what_arrived_and_what_is_wrong_field_by_field_and_the_look_is_recorded()
    {
        var id = await ParkAsync();
        using var cora = await app.CoordinatorAsync();

        await cora.OpenAsync($"/regie/aanmeldingen/{id}");

        Assert.Equal(200, cora.Status);
        Assert.Contains("<td>12 maart '48</td>", cora.Text, StringComparison.Ordinal);
        Assert.Contains("id=\"veld-client-birthDate-fout\">Een bestaande datum", cora.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"client.givenName\"", cora.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"Ria\"", cora.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"Z15\" checked", cora.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"welzijn-zuid/01999901\" selected", cora.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"2026-04-13\"", cora.Html, StringComparison.Ordinal);
        Assert.Contains("/patient/pets", cora.Text, StringComparison.Ordinal);
        var entries = await app.Get<AuditTable>().EntriesAsync(AuditMonth.At("welzijn-zuid", app.Get<TimeProvider>().GetUtcNow()), id).ToListAsync();
        Assert.Contains(entries, entry => entry is { Event: AuditEvents.ParkedRead, User: "cora" });
    }

    [Fact]
    public async Task Mended_it_becomes_a_referral_and_keeps_the_answers_without_a_field()
    {
        var id = await ParkAsync();
        using var cora = await app.CoordinatorAsync();
        await cora.OpenAsync($"/regie/aanmeldingen/{id}");

        await cora.SubmitAsync($"/regie/aanmeldingen/{id}", Mended());
        Assert.Equal((303, $"/regie/aanmeldingen?verwijzing={id}"), (cora.Status, cora.Location));
        await cora.OpenAsync(cora.Location!);
        Assert.Contains("De aanmelding is een verwijzing geworden.", cora.Text, StringComparison.Ordinal);

        await app.AdvanceAsync(TimeSpan.FromSeconds(1));
        await cora.OpenAsync($"/regie/{id}?gegevens=1");
        Assert.Contains("12 maart 1948 (78 jaar)", cora.Text, StringComparison.Ordinal);
        Assert.Contains("/patient/pets", cora.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mended_badly_it_stays_and_says_what_is_still_wrong_and_nothing_typed_is_lost()
    {
        var id = await ParkAsync();
        using var cora = await app.CoordinatorAsync();
        await cora.OpenAsync($"/regie/aanmeldingen/{id}");

        await cora.SubmitAsync($"/regie/aanmeldingen/{id}", Mended(birthDate: "31-2-1948"));

        Assert.Equal(422, cora.Status);
        Assert.Contains("value=\"31-2-1948\"", cora.Html, StringComparison.Ordinal);
        Assert.Contains("id=\"veld-client-birthDate-fout\"", cora.Html, StringComparison.Ordinal);
        Assert.NotNull(await app.Get<DossierStore>().ReadAsync(id, DossierSection.Waiting));
    }

    [Fact]
    public async Task Of_two_coordinators_at_once_the_second_is_told_what_became_of_it()
    {
        var (submitted, putAside) = (await ParkAsync(), await ParkAsync());
        using var cora = await app.CoordinatorAsync();
        using var other = await app.CoordinatorAsync();
        await other.OpenAsync($"/regie/aanmeldingen/{submitted}");
        await SubmitAsync(cora, submitted);

        await other.SubmitAsync($"/regie/aanmeldingen/{submitted}", Mended(birthDate: "1950-01-01"));
        Assert.Equal($"/regie/aanmeldingen?al={submitted}", other.Location);
        await other.OpenAsync(other.Location!);
        Assert.Contains("Deze aanmelding was al een verwijzing.", other.Text, StringComparison.Ordinal);
        Assert.Equal(new(1948, 3, 12), DossierSections.Read<ClientDetails>((await app.Get<DossierStore>().ReadAsync(submitted, DossierSection.Client))!).BirthDate);

        await other.OpenAsync($"/regie/aanmeldingen/{putAside}");
        await PutAsideAsync(cora, putAside);
        await other.SubmitAsync($"/regie/aanmeldingen/{putAside}", Mended());
        Assert.Equal("/regie/aanmeldingen?weg=1", other.Location);
        await other.OpenAsync($"/regie/aanmeldingen/{putAside}");
        Assert.Equal("/regie/aanmeldingen?weg=1", other.Location);
    }

    [Fact]
    public async Task Put_away_with_a_reason_it_is_unreadable_and_without_one_it_stays()
    {
        var id = await ParkAsync();
        using var cora = await app.CoordinatorAsync();
        await cora.OpenAsync($"/regie/aanmeldingen/{id}");

        await cora.SubmitAsync($"/regie/aanmeldingen/{id}/wegleggen");
        Assert.Equal(422, cora.Status);
        Assert.Contains("id=\"veld-reason-fout\"", cora.Html, StringComparison.Ordinal);
        Assert.NotNull(await app.Get<DossierStore>().ReadAsync(id, DossierSection.Waiting));

        await cora.SubmitAsync($"/regie/aanmeldingen/{id}/wegleggen", ("reason", "spam"));
        Assert.Equal("/regie/aanmeldingen?weg=1", cora.Location);
        Assert.Null(await app.Get<DossierStore>().ReadAsync(id, DossierSection.Waiting));
    }

    [Fact]
    public async Task What_became_a_referral_is_not_put_away_any_more()
    {
        var id = await ParkAsync();
        using var cora = await app.CoordinatorAsync();
        using var other = await app.CoordinatorAsync();
        await other.OpenAsync($"/regie/aanmeldingen/{id}");
        await SubmitAsync(cora, id);

        await other.SubmitAsync($"/regie/aanmeldingen/{id}/wegleggen", ("reason", "spam"));

        Assert.Equal($"/regie/aanmeldingen?al={id}", other.Location);
        Assert.NotNull(await app.Get<DossierStore>().ReadAsync(id, DossierSection.Client));
    }

    [Fact]
    public async Task A_reason_of_another_list_and_a_language_that_the_form_does_not_know_stay()
    {
        var id = await ParkAsync(payload => payload.Replace("\"Z15\", \"P03\"", "\"Z15\", \"A97\"", StringComparison.Ordinal));
        using var cora = await app.CoordinatorAsync();
        await cora.OpenAsync($"/regie/aanmeldingen/{id}");
        Assert.Contains("value=\"A97\" checked", cora.Html, StringComparison.Ordinal);

        await cora.SubmitAsync($"/regie/aanmeldingen/{id}", [.. Mended(), ("reasons", "snomed|713568000")]);

        var kept = DossierSections.Read<QuestionSection>((await app.Get<DossierStore>().ReadAsync(id, DossierSection.Question))!);
        Assert.Equal([new("icpc-1", "Z15"), new("snomed", "713568000")], kept.Reasons);
    }

    [Theory]
    [InlineData("coordinator/coen", 404)]
    [InlineData("worker/anna", 403)]
    [InlineData("administrator/admin", 403)]
    public async Task To_everybody_else_it_does_not_exist(string user, int status)
    {
        var id = await ParkAsync();
        using var visitor = app.Visitor();
        await visitor.SignInAsync(user);

        await visitor.OpenAsync($"/regie/aanmeldingen/{id}");

        Assert.Equal(status, visitor.Status);
    }

    static (string Name, string Value)[] Mended(string birthDate = "12-3-1948") =>
    [
        ("client.givenName", "Ria"), ("client.familyName", "Jansen"), ("client.birthDate", birthDate), ("client.phone", "06 12345678"), ("client.language", "nl"), ("reasons", "Z15"),
        ("consent.ground", "publicTask"), ("consent.recordedOn", "2026-04-13"), ("consent.shareContentWithReferrer", "yes"),
        ("to", TypedReferral.Linde), ("referrer.name", "dr. M. de Wit"), ("referrer.role", "gp"), ("referrer.phone", "010 1234567"),
    ];

    static async Task SubmitAsync(Visitor visitor, string id)
    {
        await visitor.OpenAsync($"/regie/aanmeldingen/{id}");
        await visitor.SubmitAsync($"/regie/aanmeldingen/{id}", Mended());
        Assert.Equal(303, visitor.Status);
    }

    static async Task PutAsideAsync(Visitor visitor, string id)
    {
        await visitor.OpenAsync($"/regie/aanmeldingen/{id}");
        await visitor.SubmitAsync($"/regie/aanmeldingen/{id}/wegleggen", ("reason", "duplicate"));
        Assert.Equal(303, visitor.Status);
    }

    /// <summary>What a form sends whose date nobody can read.</summary>
    async Task<string> ParkAsync(Func<string, string>? otherwise = null)
    {
        var payload = When_any_system_sends_JSON.Payload
            .Replace("P-88", $"P-{Guid.NewGuid():N}", StringComparison.Ordinal)
            .Replace("2026-04-13T09:30", "2026-04-13T08:30", StringComparison.Ordinal)
            .Replace("\"1948-03-12\"", "\"12 maart '48\"", StringComparison.Ordinal);
        using var form = app.Program("");
        form.DefaultRequestHeaders.Clear();
        form.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "local-form-key");
        using var answer = await form.PostAsync("/api/intake/portal", new StringContent(otherwise?.Invoke(payload) ?? payload, Encoding.UTF8, "application/json"));
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("id").GetString()!;
    }
}
