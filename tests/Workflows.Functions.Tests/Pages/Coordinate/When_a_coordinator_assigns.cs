using System.Text.RegularExpressions;

namespace Workflows.Functions.Tests.Pages.Coordinate;

public sealed partial class When_a_coordinator_assigns(PagesApp app) : IClassFixture<PagesApp>
{
    [Fact]
    public async Task It_is_given_to_who_fits_best_or_to_another_one_with_the_reason_of_the_rank_and_the_room()
    {
        var young = await app.ReferSomebodyYoungAsync();
        using var cora = await app.CoordinatorAsync();
        await cora.OpenAsync($"/regie/{young}/assign");
        var workers = Worker().Matches(cora.Text).Select(worker => worker.Value).ToList();
        Assert.Equal(3, workers.Count);
        Assert.Contains("value=\"anna\" checked", workers[0], StringComparison.Ordinal);
        Assert.Contains("plekken vrij · ", workers[0], StringComparison.Ordinal);
        Assert.Contains("werkt in de wijk · kent het thema", workers[0], StringComparison.Ordinal);
        Assert.Contains("25 van 25 plekken vrij</small>", workers[1], StringComparison.Ordinal);

        await cora.SubmitAsync($"/regie/{young}/assign", ("worker", "carla"));
        Assert.Equal((303, $"/regie/{young}?gedaan=assign"), (cora.Status, cora.Location));

        await cora.OpenAsync(cora.Location!);
        Assert.Contains("Toegewezen. De welzijnscoach krijgt bericht.", cora.Text, StringComparison.Ordinal);
        Assert.Contains("Aan de beurt: Carla Mendes", cora.Text, StringComparison.Ordinal);
    }

    [GeneratedRegex("""<input [^>]*type="radio" name="worker".*?</label>""", RegexOptions.Singleline)]
    private static partial Regex Worker();
}
