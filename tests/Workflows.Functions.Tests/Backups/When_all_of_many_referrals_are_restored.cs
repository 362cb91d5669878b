using Azure.Data.Tables;
using LocalRuntime.Tests.Azurite;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Backups;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Tests.Backups;

/// <summary>As many as an organisation has, on storage of their own: from one account into another.</summary>
public sealed class When_all_of_many_referrals_are_restored : IAsyncLifetime
{
    const string Admin = "administrator/admin";

    /// <summary>All of them when <c>WORKFLOWS_FULL=1</c>.</summary>
    static readonly int Referrals = Environment.GetEnvironmentVariable("WORKFLOWS_FULL") == "1" ? 10_000 : 200;

    static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 16 };

    readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("many");
    readonly TestMasterKey master = new();
    readonly List<IDisposable> storages = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        storages.ForEach(storage => storage.Dispose());
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Every_row_is_equal_and_every_orchestration_runs()
    {
        var lost = await AppAsync("2026-04-13T10:00:00+02:00");
        string[] lived = [await lost.SubmitAsync(), (await lost.AcceptedAsync()).Id, await lost.RejectedAsync()];
        await CopyAsync(lost, lived);
        var backup = (await lost.CallAsync(Admin, "POST", "/api/backups")).Json.GetProperty("name").GetString()!;
        await CompletedAsync(lost, BackUp.InstanceId);
        var before = await TableContents.OfAsync(lost.Get<Tables>());
        Assert.Equal(Referrals, before["DossierKeys"].Count(line => !line.Contains("\"app!", StringComparison.Ordinal)));
        var now = lost.Now;
        await lost.DisposeAsync();

        var next = await AppAsync(now.ToString("O"));
        Assert.Equal(202, (await next.CallAsync(Admin, "POST", $"/api/backups/{backup}/restore")).Status);
        await CompletedAsync(next, Workflows.Functions.Backups.Restore.InstanceId);

        var after = await TableContents.OfAsync(next.Get<Tables>());
        Assert.All(BackedUpTables.InOrder.Except(["Audit"]), table => Assert.Equal(before[table], after[table]));
        Assert.Equal(Referrals, after["Facts"].Count);
        var running = await next.Engine.GetAllInstancesAsync(new(CreatedFrom: DateTimeOffset.UnixEpoch, Statuses: [OrchestrationRuntimeStatus.Running], PageSize: 1000)).Select(instance => instance.InstanceId).ToHashSetAsync();
        Assert.Superset(before["DossierKeys"].Select(line => line.Split('"')[3]).Where(owner => !owner.Contains('!')).ToHashSet(), running);
        await next.DisposeAsync();
    }

    async Task<WholeApp> AppAsync(string start)
    {
        var azurite = await AzuriteProcess.StartAsync();
        storages.Add(azurite);
        var app = new WholeApp
        {
            Storage = azurite.ConnectionString,
            Master = master,
            Settings = new Dictionary<string, string> { ["BackupStorage"] = folder.FullName, ["LocalClock:Start"] = start },
        };
        await app.InitializeAsync();
        return app;
    }

    static async Task CompletedAsync(WholeApp app, string instance)
    {
        var ended = await app.Engine.WaitForInstanceCompletionAsync(instance, getInputsAndOutputs: true, CancellationToken.None);
        Assert.True(ended.RuntimeStatus is OrchestrationRuntimeStatus.Completed, ended.FailureDetails?.ToString());
    }

    /// <summary>Others with the same lives, under ids of their own and each with a dossier of its own.</summary>
    static async Task CopyAsync(WholeApp app, string[] lived)
    {
        var (tables, dossiers) = (app.Get<Tables>(), app.Get<DossierStore>());
        var copies = Enumerable.Range(lived.Length, Referrals - lived.Length).Select(number => (From: lived[number % lived.Length], Id: Guid.NewGuid().ToString("N"))).ToList();
        foreach (var table in (string[])["Timeline", "Submissions", "Lists"])
        {
            var rows = (await tables.Named(table).QueryAsync<TableEntity>().ToListAsync()).SelectMany(row => lived.Where(TableLine.Write(row).Contains).Select(from => (From: from, Row: row))).ToLookup(row => row.From, row => row.Row);
            var transactions = copies.SelectMany(copy => rows[copy.From].Select(row => Copy(row, copy.From, copy.Id))).GroupBy(row => row.PartitionKey).SelectMany(partition => partition.Chunk(TransactionLimits.Entities));
            await Parallel.ForEachAsync(transactions, AtOnce, async (transaction, cancellation) =>
                await tables.Named(table).SubmitTransactionAsync(transaction.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)), cancellation));
        }

        var sections = await lived.ToAsyncEnumerable().ToDictionaryAsync(async (id, _) => id, async (id, cancellation) => await dossiers.ReadAllAsync(id, cancellation));
        await Parallel.ForEachAsync(copies, AtOnce, async (copy, cancellation) => await dossiers.WriteAsync(copy.Id, sections[copy.From], cancellation));
    }

    static TableEntity Copy(TableEntity row, string from, string id)
    {
        var copy = TableLine.Read(TableLine.Write(row).Replace(from, id, StringComparison.Ordinal));
        if (copy.RowKey == row.RowKey && copy.PartitionKey == row.PartitionKey)
        {
            copy.RowKey += id;   // a hash of what was submitted
        }

        return copy;
    }
}
