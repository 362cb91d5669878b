using Azure.Data.Tables;
using LocalRuntime.DurableTask.Store;
using LocalRuntime.Tests.Azurite;
using Xunit.Abstractions;

namespace LocalRuntime.Tests.Faults;

public sealed class A_killed_process(AzuriteFixture azurite, ITestOutputHelper output) : IClassFixture<AzuriteFixture>
{
    const int Instances = 40;
    static readonly string[] Effects = ["before", "after", "left", "right", "last"];

    readonly string hub = AzuriteFixture.NewPrefix();
    readonly List<string> wanted = [];
    readonly HashSet<string> started = [];
    readonly HashSet<string> raised = [];
    readonly Dictionary<string, string> ended = [];

    [Fact]
    public async Task Keeps_every_promise_that_it_made()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);

        for (var kill = 0; kill < Extent.Kills; kill++)
        {
            Refill(kill);
            using var process = await ProcessUnderLoad.StartAsync(azurite.ConnectionString, hub);
            TellWhatIsLeft(process);
            await HearAsync(process, lines: random.Next(1, Instances * 2));
            process.Kill();
            await HearAsync(process, lines: int.MaxValue);
        }

        using var last = await ProcessUnderLoad.StartAsync(azurite.ConnectionString, hub);
        TellWhatIsLeft(last);
        while (ended.Count < wanted.Count)
        {
            await HearAsync(last, lines: 1);
        }

        Assert.All(ended, end => Assert.Equal("Completed \"yesbalrl\"", end.Value));
        await EveryEffectHappenedOnceAsync();
        StoredHistory.IsWhole(await RowsAsync(), wanted);
    }

    /// <summary>Every life of the process gets new work besides the old.</summary>
    void Refill(int life) => wanted.AddRange(Enumerable.Range(0, Instances).Select(number => $"life{life}-{number}"));

    void TellWhatIsLeft(ProcessUnderLoad process)
    {
        foreach (var id in wanted.Where(id => !ended.ContainsKey(id)))
        {
            if (!started.Contains(id))
            {
                process.Tell($"start {id}");
            }
            else if (!raised.Contains(id))
            {
                process.Tell($"raise {id}");
            }
            else
            {
                process.Tell($"await {id}");
            }
        }
    }

    /// <summary>Notes what it promised, and asks for the next step of that instance.</summary>
    async Task HearAsync(ProcessUnderLoad process, int lines)
    {
        for (var heard = 0; heard < lines && await process.SaysAsync() is { } line; heard++)
        {
            var words = line.Split(' ', 3);
            switch (words[0])
            {
                case "started":
                    started.Add(words[1]);
                    process.Tell($"raise {words[1]}");
                    break;
                case "raised":
                    raised.Add(words[1]);
                    process.Tell($"await {words[1]}");
                    break;
                case "ended":
                    ended.Add(words[1], words[2]);
                    break;
                default:
                    Assert.Fail(line);
                    break;
            }
        }
    }

    async Task EveryEffectHappenedOnceAsync()
    {
        var left = new HashSet<(string, string)>();
        await foreach (var effect in new TableClient(azurite.ConnectionString, $"{hub}Effects").QueryAsync<TableEntity>())
        {
            left.Add((effect.PartitionKey, effect.RowKey));
        }

        Assert.Equal(wanted.SelectMany(id => Effects.Select(effect => (id, effect))).Order(), left.Order());
    }

    async Task<IReadOnlyList<Row>> RowsAsync()
    {
        var store = TablePartitionStore.Open(azurite.ConnectionString, hub);
        var rows = new List<Row>();
        string? continuation = null;
        do
        {
            var page = await store.ReadRangeAsync(" ", "~", 1_000, continuation, CancellationToken.None);
            rows.AddRange(page.Rows);
            continuation = page.Continuation;
        }
        while (continuation is not null);
        return rows;
    }
}
