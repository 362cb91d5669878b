using System.Text.RegularExpressions;
using Workflows.Functions.Tests.Pages.Coordinate;
using Workflows.Functions.Tests.Pages.Practices;

namespace Workflows.Functions.Tests.Pages.ConsultationHours;

public sealed partial class When_a_practice_looks_at_its_consultation_hour(PagesApp app) : IClassFixture<PagesApp>
{
    const string Hours = "/praktijk/spreekuur";

    [Fact]
    public async Task Each_slot_is_free_or_taken_and_a_taken_one_leads_to_its_referral()
    {
        var referral = await app.ReferAsync();
        await app.GiveAsync($"worker/{await app.WorkerAsync(referral)}", referral, "accept");   // proposes the first free slot
        using var practice = await app.PracticeAsync();

        await practice.OpenAsync(Hours);

        Assert.Contains("Elke dinsdag van 13:00 tot 15:00, Spreekkamer 3, De Linde", practice.Text, StringComparison.Ordinal);
        Assert.Matches($"""href="/praktijk/{referral}"><strong>13:00</strong> <span>bezet""", practice.Text);
        Assert.Contains("<strong>13:30</strong> <span>vrij</span>", practice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_holiday_says_that_there_is_none_and_the_weeks_go_on_page_after_page()
    {
        using var practice = await app.PracticeAsync();
        await practice.OpenAsync($"{Hours}?na=2026-05-04");

        Assert.Contains("Geen spreekuur: Bevrijdingsdag", practice.Text, StringComparison.Ordinal);
        Assert.Contains("dinsdag 9 juni 2026", practice.Text, StringComparison.Ordinal);
        await practice.OpenAsync(Next().Match(practice.Text).Groups[1].Value);
        Assert.DoesNotContain("dinsdag 9 juni 2026", practice.Text, StringComparison.Ordinal);
        Assert.Contains("dinsdag 16 juni 2026", practice.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?na=2020-01-01")]
    [InlineData("?na=9999-12-31")]
    [InlineData("?na=morgen")]
    public async Task No_address_leads_it_to_weeks_that_are_over_or_make_no_sense(string query)
    {
        using var practice = await app.PracticeAsync();

        await practice.OpenAsync(Hours + query);

        Assert.Contains("dinsdag 14 april 2026", practice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_practice_without_one_is_told_so()
    {
        using var practice = await app.PracticeAsync("01999903");

        await practice.OpenAsync(Hours);

        Assert.Contains("Er is geen vast spreekuur afgesproken.", practice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("agenda", practice.Html, StringComparison.Ordinal);
    }

    [GeneratedRegex("rel=\"next\" href=\"([^\"]+)\"")]
    private static partial Regex Next();
}
