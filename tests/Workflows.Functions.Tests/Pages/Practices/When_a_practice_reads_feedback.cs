using Workflows.Functions.Tests.Pages.Coordinate;

namespace Workflows.Functions.Tests.Pages.Practices;

public sealed class When_a_practice_reads_feedback(PagesApp app) : IClassFixture<PagesApp>
{
    const string List = "/praktijk/terugkoppelingen";

    [Fact]
    public async Task All_that_waits_stands_on_one_list_with_the_lines_and_whom_they_are_about_and_reading_is_recorded()
    {
        var referral = await app.ReferAndCompleteAsync("Verteld");
        using var practice = await app.PracticeAsync();

        await practice.OpenAsync(List);

        var section = Section(practice, referral);
        Assert.Contains("Terugkoppeling over Ria Verteld", section, StringComparison.Ordinal);
        Assert.Contains("Hoe het afliep: Afgerond", section, StringComparison.Ordinal);
        Assert.Contains("Gaat elke week naar het eetcafé.", section, StringComparison.Ordinal);
        Assert.True(section.IndexOf("Hoe het afliep", StringComparison.Ordinal) < section.IndexOf("Aangenomen door een welzijnscoach", StringComparison.Ordinal));
        Assert.Contains("feedback.read 01999901", await app.AuditedAsync(referral));
    }

    [Fact]
    public async Task One_click_says_that_all_of_it_was_seen_and_a_second_changes_nothing()
    {
        var referral = await app.ReferAndCompleteAsync();
        using var practice = await app.PracticeAsync();
        await practice.OpenAsync(List);
        var shown = practice.Html;

        for (var time = 0; time < 2; time++)
        {
            practice.GoBackTo(shown);
            await practice.SubmitAsync($"/praktijk/{referral}/terugkoppelingen");
            Assert.Equal((303, $"{List}?gedaan=acknowledge-feedback"), (practice.Status, practice.Location));
        }

        await practice.OpenAsync(practice.Location!);
        Assert.Contains("De terugkoppeling staat als gezien.", practice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(referral, practice.Html, StringComparison.Ordinal);
        Assert.All((await app.SummaryAsync(referral)).GetProperty("feedback").EnumerateArray(), given => Assert.True(given.GetProperty("acknowledged").GetBoolean()));
    }

    [Fact]
    public async Task Seen_on_the_page_of_its_referral_it_stays_there_to_be_read_again()
    {
        var referral = await app.ReferAndCompleteAsync();
        using var practice = await app.PracticeAsync();
        await practice.OpenAsync($"/praktijk/{referral}");

        await practice.SubmitAsync($"/praktijk/{referral}/terugkoppelingen");
        Assert.Equal((303, $"/praktijk/{referral}?gedaan=acknowledge-feedback"), (practice.Status, practice.Location));
        await practice.OpenAsync(practice.Location!);

        Assert.Contains("Voelt zich minder alleen.", practice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"action=\"/praktijk/{referral}/terugkoppelingen\"", practice.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_says_that_it_was_seen()
    {
        var referral = await app.ReferAndCompleteAsync();
        using var practice = await app.PracticeAsync();
        await practice.OpenAsync(List);
        var shown = practice.Html;
        using var other = await app.PracticeAsync("01999902");
        await other.OpenAsync(List);
        Assert.DoesNotContain(referral, other.Html, StringComparison.Ordinal);

        other.GoBackTo(shown);
        await other.SubmitAsync($"/praktijk/{referral}/terugkoppelingen");

        Assert.Equal(403, other.Status);   // the form's token is somebody else's
        Assert.Contains((await app.SummaryAsync(referral)).GetProperty("feedback").EnumerateArray(), given => !given.GetProperty("acknowledged").GetBoolean());
    }

    [Fact]
    public async Task What_a_client_shares_with_nobody_is_not_read_there_and_after_withdrawn_consent_nothing_is()
    {
        var referral = await app.ReferAndCompleteAsync();
        await app.GiveAsync("coordinator/cora", referral, "withdraw-consent");
        using var practice = await app.PracticeAsync();

        await practice.OpenAsync(List);
        Assert.DoesNotContain(referral, practice.Html, StringComparison.Ordinal);
        await practice.OpenAsync($"/praktijk/{referral}");
        Assert.DoesNotContain("eetcafé", practice.Text, StringComparison.Ordinal);
    }

    static string Section(Visitor visitor, string referral) => visitor.Text.Split("<section").Single(part => part.Contains($"id=\"van-{referral}\"", StringComparison.Ordinal));
}
