using System.Globalization;
using System.Text.RegularExpressions;
using Workflows.Functions.Intake;
using Workflows.Functions.Intake.Waiting;
using Workflows.Functions.Storage;
using Workflows.Functions.Tests.Pages.Coordinate;
using Workflows.Functions.Tests.Pages.Practices;

namespace Workflows.Functions.Tests.Pages.Selections;

public sealed partial class When_a_practice_looks_at_a_selection(PagesApp app) : IClassFixture<PagesApp>
{
    const string List = "/praktijk/selecties";
    const string Head = "givenName;familyName;birthDate;reasons;phone;reference";

    /// <summary>What the practice adds to what the file says.</summary>
    static readonly (string Name, string Value)[] Added =
        [("to", "welzijn-zuid/01999901"), ("referrer.name", "dr. M. de Wit"), ("referrer.role", "gp"), ("referrer.email", "dewit@praktijk.example"), ("consent.ground", "consent"), ("consent.recordedOn", "13-4-2026"), ("consent.shareContentWithReferrer", "yes")];

    [Fact]
    public async Task Each_person_stands_there_with_what_is_wrong_and_nobody_is_referred_yet()
    {
        using var practice = await UploadedAsync("Ria;Anders;1948-03-12;Z15 P03;06-12345678;", "Kees;Fout;31-2-1961;Z01;;");

        Assert.Equal((303, $"{List}?gedaan=upload"), (practice.Status, practice.Location));
        await practice.OpenAsync(practice.Location!);

        Assert.Contains("De gegevens kloppen.", Person(practice, "Ria Anders"), StringComparison.Ordinal);
        Assert.Contains("Verlies of overlijden van partner, Down of somber gevoel", Person(practice, "Ria Anders"), StringComparison.Ordinal);
        Assert.Contains("Geboortedatum: Een bestaande datum als 1948-03-12. In het bestand staat “31-2-1961”.", Person(practice, "Kees Fout"), StringComparison.Ordinal);
        Assert.Contains("Telefoonnummer: ", Person(practice, "Kees Fout"), StringComparison.Ordinal);
        await practice.OpenAsync("/praktijk");
        Assert.DoesNotContain("Anders", practice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_is_referred_once_the_consent_is_recorded_and_the_next_one_comes_with_the_same_referrer()
    {
        using var practice = await UploadedAsync("Ria;Eerst;1948-03-12;Z15;06-12345678;HIS-7", "Ans;Daarna;1950-03-12;Z15;06-12345679;");
        var (first, second) = (await AddressAsync(practice, "Ria Eerst"), await AddressAsync(practice, "Ans Daarna"));
        await practice.OpenAsync(first);
        Assert.Contains("value=\"Eerst\"", practice.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"consent\" checked", practice.Html, StringComparison.Ordinal);

        await practice.SubmitAsync(first, [.. Shown(practice), .. Added.Where(field => field.Name != "consent.ground")]);
        Assert.Equal(422, practice.Status);
        Assert.Contains("""id="veld-consent-ground-fout">""", practice.Html, StringComparison.Ordinal);
        await practice.SubmitAsync(first, [.. Shown(practice), .. Added]);

        Assert.Equal(303, practice.Status);
        Assert.Equal($"{second}?gedaan=approved&zoals=1", practice.Location);
        var referral = await ReferredAsync(first);
        Assert.Contains("\"reference\":\"HIS-7\"", await app.Get<DossierStore>().ReadAsync(referral, DossierSection.Referrer), StringComparison.Ordinal);
        Assert.Contains("selection.approved 01999901", await app.AuditedAsync(referral));
        await practice.OpenAsync(practice.Location!);
        Assert.Contains("De verwijzing is verstuurd.", practice.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"dr. M. de Wit\"", practice.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"Daarna\"", practice.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_in_the_file_is_named_in_the_form_and_mended_there()
    {
        using var practice = await UploadedAsync("Kees;Herstel;31-2-1961;Z01;0612345679;");
        var address = await AddressAsync(practice, "Kees Herstel");

        await practice.OpenAsync(address);
        Assert.Contains("""id="veld-client-birthDate-fout">Een bestaande datum""", practice.Text, StringComparison.Ordinal);
        await practice.SubmitAsync(address, [.. Shown(practice).Where(field => field.Name != "client.birthDate"), .. Added, ("client.birthDate", "28-2-1961")]);

        Assert.Equal(303, practice.Status);
        var referral = await ReferredAsync(address);
        Assert.Equal(new(1961, 2, 28), DossierSections.Read<ClientDetails>((await app.Get<DossierStore>().ReadAsync(referral, DossierSection.Client))!).BirthDate);
    }

    [Fact]
    public async Task Sent_twice_it_is_one_referral_and_the_page_of_who_was_decided_about_says_so()
    {
        using var practice = await UploadedAsync("Ria;Dubbel;1948-03-12;Z15;06-12345678;");
        var address = await AddressAsync(practice, "Ria Dubbel");
        await practice.OpenAsync(address);
        var form = practice.Html;

        for (var time = 0; time < 2; time++)
        {
            practice.GoBackTo(form);
            await practice.SubmitAsync(address, [.. Shown(practice), .. Added]);
            Assert.Equal((303, $"{List}?gedaan=approved"), (practice.Status, practice.Location));
        }

        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        await practice.OpenAsync("/praktijk?namen=1");
        Assert.Single(Regex.Matches(practice.Text, "Ria Dubbel"));
        await practice.OpenAsync(address);
        Assert.Equal((303, $"{List}?gedaan=before"), (practice.Status, practice.Location));
    }

    [Fact]
    public async Task Who_is_left_out_is_erased_and_does_not_come_back_with_the_same_file()
    {
        const string Row = "Ria;Nooit;1948-03-12;Z15;06-12345678;";
        using var practice = await UploadedAsync(Row);
        var address = await AddressAsync(practice, "Ria Nooit");
        await practice.OpenAsync(address);

        await practice.SubmitAsync($"{address}/afwijzen");
        await practice.OpenAsync(practice.Location!);
        Assert.Contains("Deze persoon wordt niet verwezen. De gegevens zijn gewist.", practice.Text, StringComparison.Ordinal);
        using var again = await UploadedAsync(Row);

        await again.OpenAsync(List);
        Assert.DoesNotContain("Nooit", again.Text, StringComparison.Ordinal);
        await again.OpenAsync(address);
        Assert.Equal($"{List}?gedaan=before", again.Location);
    }

    [Fact]
    public async Task Another_practice_sees_and_decides_nothing()
    {
        using var practice = await UploadedAsync("Ria;Geheim;1948-03-12;Z15;06-12345678;");
        var address = await AddressAsync(practice, "Ria Geheim");
        using var other = await app.PracticeAsync("01999902");

        await other.OpenAsync(List);
        Assert.DoesNotContain("Geheim", other.Text, StringComparison.Ordinal);
        await other.OpenAsync(address);
        Assert.Equal(404, other.Status);
    }

    [Theory]
    [InlineData("naam;leeftijd\nRia;78", "Kop, kolom 1: ")]
    [InlineData("givenName;familyName;birthDate;reasons;reference\nRia;Jansen;1948-03-12;Z15;111222333", "Rij 1, kolom 5: ")]
    [InlineData("givenName;familyName;birthDate;reasons\nRia;Jansen", "Bestand: Dit is geen CSV")]
    [InlineData("", "Bestand: Kies een bestand dat niet leeg is.")]
    public async Task A_wrong_file_is_refused_whole_and_says_where(string file, string said)
    {
        using var practice = await app.PracticeAsync();
        await practice.OpenAsync(List);

        await practice.SubmitFileAsync(List, "file", file);

        Assert.Equal(422, practice.Status);
        Assert.Contains(said, practice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_far_too_large_is_told_so()
    {
        using var practice = await app.PracticeAsync();
        await practice.OpenAsync(List);

        await practice.SubmitFileAsync(List, "file", new string('x', 300 * 1024));

        Assert.Equal(413, practice.Status);
        Assert.Contains("Hooguit 256 KiB", practice.Text, StringComparison.Ordinal);
    }

    async Task<Visitor> UploadedAsync(params string[] rows)
    {
        var practice = await app.PracticeAsync();
        await practice.OpenAsync(List);
        await practice.SubmitFileAsync(List, "file", $"{Head}\n{string.Join('\n', rows)}\n");
        return practice;
    }

    /// <summary>The referral that a person of a selection became.</summary>
    async Task<string> ReferredAsync(string address)
    {
        var parts = address.Split('/');
        return (await app.Get<WaitingSubmissions>().FindAsync(WaitingPlace.Selected("01999901", parts[^2], int.Parse(parts[^1], CultureInfo.InvariantCulture))))!.Referral;
    }

    static async Task<string> AddressAsync(Visitor practice, string name)
    {
        await practice.OpenAsync(List);
        return Regex.Match(practice.Html, $"href=\"({List}/[^\"]+)\">{name}<").Groups[1].Value;
    }

    /// <summary>What stands in the fields of the form that is shown.</summary>
    static IEnumerable<(string Name, string Value)> Shown(Visitor visitor) =>
        from field in Field().Matches(visitor.Html)
        let name = Attribute(field.Value, "name")
        where name.StartsWith("client.", StringComparison.Ordinal) || name is "reference" or "reasons"
        where !field.Value.Contains("type=\"checkbox\"", StringComparison.Ordinal) && !field.Value.Contains("type=\"radio\"", StringComparison.Ordinal) || field.Value.Contains("checked", StringComparison.Ordinal)
        select (name, System.Net.WebUtility.HtmlDecode(Attribute(field.Value, "value")));

    static string Attribute(string tag, string name) => Regex.Match(tag, $" {name}=\"([^\"]*)\"").Groups[1].Value;

    static string Person(Visitor visitor, string name) => visitor.Text.Split("<li class=\"card\">").Single(part => part.Contains($">{name}<", StringComparison.Ordinal));

    [GeneratedRegex("<input [^>]*>")]
    private static partial Regex Field();
}
