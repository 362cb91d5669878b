using Workflows.Functions.Tests.Pages.Coordinate;

namespace Workflows.Functions.Tests.Pages.Work;

public sealed class When_a_worker_is_asked(PagesApp app) : IClassFixture<PagesApp>
{
    [Fact]
    public async Task A_yes_is_one_click_and_a_no_is_asked_once_more_with_the_reason()
    {
        var id = await app.ReferAsync();
        var first = await app.WorkerAsync(id);
        using var worker = app.Visitor();
        await worker.SignInAsync($"worker/{first}");

        await worker.OpenAsync($"/werk/{id}");
        Assert.Contains($"action=\"/werk/{id}/accept\"", worker.Html, StringComparison.Ordinal);
        Assert.DoesNotContain($"action=\"/werk/{id}/decline\"", worker.Html, StringComparison.Ordinal);
        Assert.Contains($"href=\"/werk/{id}/decline\"", worker.Html, StringComparison.Ordinal);

        await worker.OpenAsync($"/werk/{id}/decline");
        await worker.SubmitAsync($"/werk/{id}/decline");
        Assert.Contains("id=\"veld-reason-fout\"", worker.Html, StringComparison.Ordinal);
        Assert.Equal(first, await app.WorkerAsync(id));

        await worker.SubmitAsync($"/werk/{id}/decline", ("reason", "otherNeighbourhood"));
        Assert.Equal(303, worker.Status);
        await app.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.NotEqual(first, await app.WorkerAsync(id));
    }

    [Fact]
    public async Task The_client_stands_there_as_people_speak_of_somebody()
    {
        var id = await app.ReferAsync();
        using var worker = app.Visitor();
        await worker.SignInAsync($"worker/{await app.WorkerAsync(id)}");

        await worker.OpenAsync($"/werk/{id}?gegevens=1");

        Assert.Contains("12 maart 1948 (78 jaar)", worker.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"tel:+31612345678\">06 12345678</a>", worker.Text, StringComparison.Ordinal);
    }
}
