using Azure.Data.Tables;
using Workflows.Functions.Referrals;
using Workflows.Functions.Storage;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Pages.Coordinate;

public sealed class When_an_organisation_has_many_referrals(WholeApp app) : IClassFixture<WholeApp>
{
    const string Zuid = "welzijn-zuid";
    static readonly DateTimeOffset Monday = new(2026, 4, 13, 9, 0, 0, TimeSpan.FromHours(2));

    [Theory]
    [InlineData("/regie")]
    [InlineData("/regie?toon=stil")]
    [InlineData("/regie?toon=welzijnscoach")]
    [InlineData("/regie?toon=afgesloten")]
    [InlineData("/gids/welzijn-zuid")]
    public async Task A_page_asks_as_little_of_the_storage_as_with_few(string page)
    {
        await SeedAsync(from: 0, count: 30);
        var few = await StorageOfAsync(page);

        await SeedAsync(from: 30, count: 1_500);
        var many = await StorageOfAsync(page);

        Assert.Equal(few, many);
        Assert.DoesNotContain(many, asked => asked.Contains("Timeline", StringComparison.Ordinal) || asked.Contains("Dossiers", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_has_far_too_many_is_not_counted_out()
    {
        await SeedAsync(from: 0, count: 100);

        Assert.Contains("50 of meer, plek voor 25", (await app.CallAsync("coordinator/cora", "GET", "/gids/welzijn-zuid")).Text, StringComparison.Ordinal);
    }

    /// <summary>What is asked once the directory and the dead letters are known: the least of three times, because what the app does by itself meanwhile, such as the sweep, only adds to it.</summary>
    async Task<IReadOnlyList<string>> StorageOfAsync(string page)
    {
        await OpenAsync(page);
        List<IReadOnlyList<string>> asked = [];
        for (var time = 0; time < 3; time++)
        {
            asked.Add(await app.StorageDuringAsync(() => OpenAsync(page)));
        }

        return asked.MinBy(requests => requests.Count)!;
    }

    async Task OpenAsync(string page) => Assert.Equal(200, (await app.CallAsync("coordinator/cora", "GET", page)).Status);

    Task SeedAsync(int from, int count)
    {
        var tables = app.Get<Tables>();
        return Parallel.ForEachAsync(Lists().SelectMany(list => Enumerable.Range(from, count).Chunk(100).Select(chunk => (list, chunk))), async (part, cancellation) =>
            await tables.Lists.SubmitTransactionAsync(
                part.chunk.Select(number =>
                {
                    var since = Monday.AddMinutes(-number);
                    var listed = new ListedReferral($"r{number:D5}", ReferralStatus.AwaitingCoordinator, Code.Of(CoordinatorReason.NobodyAccepted), since, "01999901", "anna", since, "coordinator", null, null, Concerns: [new(ConcernKind.Silence, since, "anna")]);
                    var row = new TableEntity(part.list, ListKey.At(part.list, since, listed.Id).Row);
                    row.SetText("Json", ReferralJson.Write(listed));
                    return new TableTransactionAction(TableTransactionActionType.UpsertReplace, row);
                }),
                cancellation));
    }

    static IEnumerable<string> Lists() =>
        [ReferralLists.Concerns(Zuid), .. Enum.GetValues<ConcernKind>().Select(kind => ReferralLists.Concerns(Zuid, kind)), ReferralLists.WorkersTurn(Zuid), ReferralLists.Ended(Zuid), ReferralLists.OfWorker(Zuid, "anna")];
}
