using System.Text.RegularExpressions;
using Workflows.Functions.Tests.Pages.Coordinate;
using Workflows.Functions.Tests.Pages.Practices;

namespace Workflows.Functions.Tests.Pages.Work;

public sealed class When_a_command_is_asked_for(PagesApp app) : IClassFixture<PagesApp>
{
    [Theory]
    [InlineData("log-contact", "Contact vastleggen")]
    [InlineData("put-on-hold", "Pauzeren")]
    [InlineData("withdraw-consent", "Toestemming is ingetrokken")]
    [InlineData("metingen", "Metingen")]
    [InlineData("metingen/who-5", "WHO-5")]
    [InlineData("berichten", "Berichten met de verwijzer")]
    public async Task The_page_and_its_tab_say_which_referral_it_is_about_and_not_who(string page, string title)
    {
        var (id, user) = await app.ReferAndStartAsync($"Onbenoemd {Random.Shared.GetString("abcdefghij", 16)}");
        using var worker = app.Visitor();
        await worker.SignInAsync(user);

        await worker.OpenAsync($"/werk/{id}/{page}");

        Assert.Matches($"<title>{title}[^<]* – verwijzing van [^<]+, 13 april 2026 · ", worker.Text);
        Assert.Matches("page__about\">verwijzing van [^<]+, 13 april 2026</p>", worker.Text);
        Assert.DoesNotContain("Onbenoemd", worker.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_practice_reads_of_its_own_referral_the_day_alone()
    {
        var id = await app.ReferAsync();
        using var practice = await app.PracticeAsync();

        await practice.OpenAsync($"/praktijk/{id}/cancel");

        Assert.Equal("Verwijzing intrekken – verwijzing van 13 april 2026 · Welzijn op Recept", Regex.Match(practice.Text, "<title>([^<]*)</title>").Groups[1].Value);
    }
}
