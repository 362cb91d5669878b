namespace Workflows.Functions.Tests.Pages.Practices;

public sealed class When_a_practice_writes_to_a_worker(PagesApp app) : IClassFixture<PagesApp>
{
    [Fact]
    public async Task Each_reads_it_in_words_of_their_own_and_after_thirty_days_nobody_does()
    {
        var (referral, worker) = await app.ReferAndStartAsync();
        using var practice = await app.PracticeAsync();
        await practice.OpenAsync($"/praktijk/{referral}/berichten");
        Assert.Contains("Berichten met de welzijnscoach</h1>", practice.Text, StringComparison.Ordinal);

        await practice.SubmitAsync($"/praktijk/{referral}/berichten", ("text", "Belt u mij na het gesprek?"));
        await practice.OpenAsync(practice.Location!);

        Assert.Contains("Belt u mij na het gesprek?", practice.Text, StringComparison.Ordinal);
        Assert.Contains("De welzijnscoach krijgt een seintje", practice.Text, StringComparison.Ordinal);
        Assert.Contains("thread__message--ours", practice.Html, StringComparison.Ordinal);
        using var anna = app.Visitor();
        await anna.SignInAsync(worker);
        await anna.OpenAsync($"/werk/{referral}/berichten");
        Assert.Contains("Belt u mij na het gesprek?", anna.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("thread__message--ours", anna.Html, StringComparison.Ordinal);

        await app.AdvanceAsync(TimeSpan.FromDays(30));
        await practice.OpenAsync($"/praktijk/{referral}/berichten");
        Assert.DoesNotContain("Belt u mij", practice.Text, StringComparison.Ordinal);
    }
}
