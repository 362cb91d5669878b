using Workflows.Functions.Pages.Refer;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Tests.Pages;

public sealed class When_a_referral_is_sent_by_form(PagesApp app) : IClassFixture<PagesApp>
{
    [Fact]
    public async Task A_confirmation_tells_what_happens_next_and_when_and_why_then()
    {
        using var practice = app.Visitor();
        await practice.OpenAsync("/verwijzen");

        await practice.SubmitAsync("/verwijzen", TypedReferral.With());

        Assert.Equal(303, practice.Status);
        var sent = await SentAsync(practice);
        var letter = $"{practice.Location}/brief";
        await practice.OpenAsync(practice.Location!);
        Assert.Contains("woensdag 15 april 2026, 17:00", practice.Text, StringComparison.Ordinal);
        Assert.Contains("2 weekenden en Koningsdag (27 april) overgeslagen", practice.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"/praktijk/{sent.Referral}\"", practice.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Ria", practice.Text, StringComparison.Ordinal);

        await practice.OpenAsync(letter);
        Assert.Contains("Een welzijnscoach neemt uiterlijk dinsdag 28 april 2026 contact met u op.", practice.Text, StringComparison.Ordinal);
        Assert.Contains("data-print hidden", practice.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Left_as_it_opens_the_form_records_no_consent()
    {
        using var practice = app.Visitor();
        await practice.OpenAsync("/verwijzen");
        Assert.DoesNotContain(" checked", practice.Html, StringComparison.Ordinal);

        await practice.SubmitAsync("/verwijzen", TypedReferral.With(("consent.ground", null), ("consent.shareContentWithReferrer", null)));

        Assert.Equal(422, practice.Status);
        Assert.Contains("id=\"veld-consent-ground-fout\">De grond ontbreekt.", practice.Text, StringComparison.Ordinal);
        Assert.Contains("id=\"veld-consent-shareContentWithReferrer-fout\">Kies een van de antwoorden.", practice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loneliness_is_the_first_reason_to_choose_and_languages_are_called_in_Dutch_too()
    {
        using var practice = app.Visitor();

        await practice.OpenAsync("/verwijzen");

        Assert.Contains("Eenzaamheid, of een ander sociaal-cultureel probleem <span class=\"quiet\">Z04</span>", practice.Html, StringComparison.Ordinal);
        Assert.Equal(practice.Html.IndexOf("name=\"reasons\"", StringComparison.Ordinal), practice.Html.IndexOf("name=\"reasons\" value=\"Z04\"", StringComparison.Ordinal));
        Assert.All(["Arabisch (العربية)", ">Nederlands</option>"], text => Assert.Contains(text, practice.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_typed_the_Dutch_way_arrives_as_the_API_wants_it()
    {
        using var practice = app.Visitor();
        await practice.OpenAsync("/verwijzen");

        await practice.SubmitAsync("/verwijzen", TypedReferral.With(("client.postalCode", "3011ed")));

        var client = await app.Get<DossierStore>().ReadAsync((await SentAsync(practice)).Referral, DossierSection.Client);
        Assert.Contains("\"birthDate\":\"1948-03-12\",\"phone\":\"\\u002B31612345678\"", client, StringComparison.Ordinal);
        Assert.Contains("3011 ED", client, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_wrong_field_is_named_above_and_beside_it_in_the_order_of_the_form_and_nothing_typed_is_lost()
    {
        using var practice = app.Visitor();
        await practice.OpenAsync("/verwijzen");

        await practice.SubmitAsync("/verwijzen", TypedReferral.With(
            ("client.birthDate", "31-2-1948"), ("client.phone", "12"), ("reasons", null), ("referrer.role", null), ("to", ""), ("question", "Mag dit \"zo\" <b>blijven</b>?")));

        Assert.Equal(422, practice.Status);
        var summary = practice.Text[practice.Text.IndexOf("role=\"alert\"", StringComparison.Ordinal)..practice.Text.IndexOf("<form class", StringComparison.Ordinal)];
        string[] named = ["Geboortedatum: ", "Telefoonnummer: ", "Wat speelt er?: ", "Praktijk en welzijnsorganisatie: ", "U bent: "];
        Assert.Equal(named, named.OrderBy(name => summary.IndexOf(name, StringComparison.Ordinal)));
        Assert.All(named, name => Assert.Contains(name, summary, StringComparison.Ordinal));
        Assert.Contains("""id="veld-client-birthDate-fout">Een bestaande datum""", practice.Text, StringComparison.Ordinal);
        Assert.Contains("""id="veld-client-phone-fout">Typ een telefoonnummer, zoals 06 12345678.""", practice.Text, StringComparison.Ordinal);
        Assert.Contains("""aria-describedby="veld-client-phone-uitleg veld-client-phone-fout" aria-invalid="true">""", practice.Html.Replace(" />", ">", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("value=\"31-2-1948\"", practice.Html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;blijven&lt;/b&gt;?</textarea>", practice.Html, StringComparison.Ordinal);
        Assert.Contains("<title>Nakijken: ", practice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_twice_it_is_one_referral_and_with_other_answers_the_practice_is_asked_whether_it_is_a_new_one()
    {
        using var practice = app.Visitor();
        await practice.OpenAsync("/verwijzen");
        var (form, typed) = (practice.Html, TypedReferral.With());
        await practice.SubmitAsync("/verwijzen", typed);
        var first = await SentAsync(practice);

        await practice.OpenAsync("/verwijzen");
        practice.GoBackTo(form);
        await practice.SubmitAsync("/verwijzen", typed);
        Assert.Equal(first.Referral, (await SentAsync(practice)).Referral);

        practice.GoBackTo(form);
        await practice.SubmitAsync("/verwijzen", TypedReferral.With(("client.givenName", "Rita")));
        Assert.Equal(409, practice.Status);
        Assert.Contains("Dit formulier is al verstuurd", practice.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Rita\"", practice.Html, StringComparison.Ordinal);

        await practice.SubmitAsync("/verwijzen", TypedReferral.With(("client.givenName", "Rita")));
        Assert.Equal(303, practice.Status);
        Assert.NotEqual(first.Referral, (await SentAsync(practice)).Referral);
    }

    [Fact]
    public async Task The_practice_is_remembered()
    {
        using var practice = app.Visitor();
        await practice.OpenAsync("/verwijzen");
        Assert.DoesNotContain($"value=\"{TypedReferral.Linde}\" selected", practice.Html, StringComparison.Ordinal);
        await practice.SubmitAsync("/verwijzen", TypedReferral.With());

        await practice.OpenAsync("/verwijzen");

        Assert.Contains($"value=\"{TypedReferral.Linde}\" selected", practice.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_signed_in_refers_for_their_own_practice_only()
    {
        using var practice = app.Visitor();
        await practice.SignInAsync("referrer/01999902");
        await practice.OpenAsync("/verwijzen");
        Assert.DoesNotContain(TypedReferral.Linde, practice.Html, StringComparison.Ordinal);

        await practice.SubmitAsync("/verwijzen", TypedReferral.With());

        Assert.Equal(422, practice.Status);
        Assert.Contains("""id="veld-to-fout">""", practice.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_ended_meanwhile_keeps_what_was_typed_and_it_is_sent_after_signing_in_again()
    {
        using var practice = app.Visitor();
        await practice.SignInAsync("referrer/01999901");
        await practice.OpenAsync("/verwijzen");
        practice.Forget(Functions.Security.LocalSession.Cookie);
        await practice.SubmitAsync("/verwijzen", TypedReferral.With());
        var kept = practice.Html;
        Assert.Equal(401, practice.Status);
        Assert.Contains("Uw sessie is verlopen", practice.Text, StringComparison.Ordinal);

        await practice.SignInAsync("referrer/01999901");
        practice.GoBackTo(kept);
        await practice.SubmitAsync("/verwijzen");

        Assert.Equal(303, practice.Status);
        Assert.Equal("01999901", (await SentAsync(practice)).Practice);
    }

    [Fact]
    public async Task A_form_of_another_site_is_not_taken()
    {
        using var practice = app.Visitor();
        await practice.OpenAsync("/verwijzen");

        await practice.SubmitAsync("/verwijzen", [("Sec-Fetch-Site", "cross-site")], TypedReferral.With());

        Assert.Equal(403, practice.Status);
    }

    [Fact]
    public async Task Inside_a_page_of_a_practice_it_has_no_header_and_knows_no_sign_in()
    {
        using var practice = app.Visitor();
        await practice.SignInAsync("referrer/01999901");

        await practice.OpenAsync("/verwijzen?embed=1");

        Assert.Contains("frame-ancestors 'self' https://praktijk.example", practice.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("<header", practice.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("De Linde</", practice.Html, StringComparison.Ordinal);
        Assert.Contains("welzijn-zuid/01999902", practice.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confirmation_that_nobody_wrote_or_of_more_than_a_week_ago_does_not_exist()
    {
        using var practice = app.Visitor();
        var token = await app.Get<SentReferrals>().WriteAsync(new("id", "welzijn-zuid", "01999901", app.Get<TimeProvider>().GetUtcNow()));

        await practice.OpenAsync($"/verwijzen/ontvangen/{token}");
        Assert.Equal(200, practice.Status);
        await practice.OpenAsync($"/verwijzen/ontvangen/{token[1..]}");
        Assert.Equal(404, practice.Status);
        await practice.OpenAsync("/verwijzen/ontvangen/zomaar");
        Assert.Equal(404, practice.Status);

        var old = await app.Get<SentReferrals>().WriteAsync(new("id", "welzijn-zuid", "01999901", app.Get<TimeProvider>().GetUtcNow() - TimeSpan.FromDays(7)));
        await practice.OpenAsync($"/verwijzen/ontvangen/{old}");
        Assert.Equal(404, practice.Status);
        await practice.OpenAsync($"/verwijzen/ontvangen/{old}/brief");
        Assert.Equal(404, practice.Status);
    }

    [Fact]
    public async Task Each_reason_shows_what_welfare_can_do_and_says_who_says_so()
    {
        using var practice = app.Visitor();

        await practice.OpenAsync("/verwijzen");

        Assert.Contains("Verlies verwerken</strong>: Ontmoeten, Maatschappelijk werk", practice.Text, StringComparison.Ordinal);
        Assert.Contains("Trimbos-instituut, herzien 2014", practice.Text, StringComparison.Ordinal);
        Assert.Contains("jonger dan 18 jaar", practice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"Z68\"", practice.Html, StringComparison.Ordinal);
    }

    async Task<SentReferral> SentAsync(Visitor visitor)
    {
        Assert.True(visitor.Status == 303, visitor.Text);
        return (await app.Get<SentReferrals>().ReadAsync(visitor.Location!.Split('/')[^1].Split('?')[0]))!;
    }
}
