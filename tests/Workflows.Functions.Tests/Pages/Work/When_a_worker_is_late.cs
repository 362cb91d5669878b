using Workflows.Functions.Tests.Pages.Coordinate;

namespace Workflows.Functions.Tests.Pages.Work;

/// <summary>An app of its own: months pass.</summary>
public sealed class When_a_worker_is_late(PagesApp app) : IClassFixture<PagesApp>
{
    [Fact]
    public async Task What_has_to_be_done_is_a_task_with_its_limit_and_once_that_has_passed_it_says_since_when_it_is_late()
    {
        var id = await app.ReferAsync();
        var user = $"worker/{await app.WorkerAsync(id)}";
        using var worker = app.Visitor();
        await worker.SignInAsync(user);
        await worker.OpenAsync($"/werk/{id}");
        Assert.Matches("<strong>Antwoord</strong> <span class=\"deadline__at \">uiterlijk <time", worker.Html);
        Assert.DoesNotContain("De gevraagde welzijnscoach krijgt", worker.Text, StringComparison.Ordinal);

        await app.GiveAsync(user, id, "accept");
        await worker.OpenAsync($"/werk/{id}");
        Assert.Matches("<strong>Plan de overdracht</strong> <span class=\"deadline__at \">uiterlijk <time", worker.Html);
        Assert.Matches("<strong>Spreek de cliënt voor het eerst</strong> <span class=\"deadline__at \">uiterlijk <time", worker.Text);
        Assert.Contains("Voorgesteld voor de overdracht: <time", worker.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("te laat sinds", worker.Text, StringComparison.Ordinal);
        var limit = LimitOf(worker, "Plan de overdracht");

        await app.AdvanceAsync(TimeSpan.FromDays(60));
        await worker.OpenAsync($"/werk/{id}");
        Assert.Matches("<strong>Plan de overdracht</strong> <span class=\"deadline__at deadline__at--late\">te laat sinds <time", worker.Html);
        Assert.Matches("<strong>Spreek de cliënt voor het eerst</strong> <span class=\"deadline__at deadline__at--late\">te laat sinds <time", worker.Text);
        Assert.Equal(limit, LimitOf(worker, "Plan de overdracht"));
        Assert.DoesNotContain("Voorgesteld voor de overdracht: <time", worker.Text, StringComparison.Ordinal);

        await worker.OpenAsync("/werk");
        Assert.Matches("<strong>Plan de overdracht</strong> <span class=\"deadline__at deadline__at--late\">te laat sinds <time", worker.Html);
        Assert.DoesNotContain("Voorgesteld voor de overdracht: <time", worker.Text, StringComparison.Ordinal);

        using var cora = await app.CoordinatorAsync();
        await cora.OpenAsync("/regie?toon=welzijnscoach");
        Assert.Matches("<strong>De overdracht plannen</strong> <span class=\"deadline__at deadline__at--late\">te laat sinds <time", cora.Html);

        await app.GiveAsync(user, id, "plan-handover", new { at = "2026-07-14T13:00:00+02:00", form = "phone" });
        await worker.OpenAsync($"/werk/{id}");
        Assert.DoesNotContain("Plan de overdracht", worker.Text, StringComparison.Ordinal);
        Assert.Matches("<strong>Leg vast hoe de overdracht ging</strong> <span class=\"deadline__at \">uiterlijk <time", worker.Html);
    }

    static string LimitOf(Visitor visitor, string task) =>
        System.Text.RegularExpressions.Regex.Match(visitor.Text, $"<strong>{task}</strong> <span[^>]*>[a-z ]+<time datetime=\"([^\"]*)\"").Groups[1].Value;
}
