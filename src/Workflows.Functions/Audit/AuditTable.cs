using Azure;
using Azure.Data.Tables;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Audit;

/// <summary>Reads the table <c>Audit</c>. Nothing in the app but a restore deletes or replaces an entry.</summary>
sealed class AuditTable(Tables tables)
{
    /// <summary>The partition of what the last look through each chain found.</summary>
    const string Verdicts = "!verdicts";

    const string Broken = "Broken";
    const string At = "At";

    public TableClient Client { get; } = tables.Audit;

    /// <summary>Whether anything was ever recorded. What a look through chains found does not count: there is one each night, also in an app that nobody uses.</summary>
    public async Task<bool> HoldsAnyAsync(CancellationToken cancellation = default) =>
        await Client.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey ne {Verdicts}"), maxPerPage: 1, cancellationToken: cancellation).AnyAsync(cancellation);

    /// <summary>How far each month of a chain was known to be, oldest first.</summary>
    public async Task<IReadOnlyList<(AuditMonth Month, TableEntity Row)>> NotesAsync(string chain, CancellationToken cancellation = default) =>
        await PartitionAsync(AuditRows.Months(chain), cancellation).Select(row => (new AuditMonth(chain, row.RowKey), row)).ToListAsync(cancellation);

    public async Task<TableEntity?> HeadAsync(AuditMonth month, CancellationToken cancellation = default) =>
        await Client.GetEntityIfExistsAsync<TableEntity>(month.Partition, AuditRows.Head, cancellationToken: cancellation) is { HasValue: true, Value: { } row } ? row : null;

    /// <summary>All rows of a month: the entries by sequence, then the head, then the copies.</summary>
    public AsyncPageable<TableEntity> RowsAsync(AuditMonth month, CancellationToken cancellation = default) => PartitionAsync(month.Partition, cancellation);

    /// <summary>The entries of a month, first to last.</summary>
    public IAsyncEnumerable<AuditEntry> EntriesAsync(AuditMonth month, CancellationToken cancellation = default) => Entries(month, cancellation).Select(AuditRows.Read);

    /// <summary>The same with their places in the chain.</summary>
    public IAsyncEnumerable<AuditLine> LinesAsync(AuditMonth month, CancellationToken cancellation = default) =>
        Entries(month, cancellation).Select(row => new AuditLine(AuditRows.Sequence(row.RowKey)!.Value, AuditRows.Read(row), row.GetString(AuditRows.Previous), row.GetString(AuditRows.Hash)));

    /// <summary>The entries about one person in a month, first to last.</summary>
    public IAsyncEnumerable<AuditEntry> EntriesAsync(AuditMonth month, string referral, CancellationToken cancellation = default)
    {
        var (from, before) = AuditRows.CopiesOf(referral);
        return Client
            .QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {month.Partition} and RowKey gt {from} and RowKey lt {before}"), cancellationToken: cancellation)
            .Select(AuditRows.Read);
    }

    /// <summary>Notes what a look through a chain found.</summary>
    public Task NoteAsync(AuditVerdict verdict, DateTimeOffset at, CancellationToken cancellation = default) =>
        Client.UpsertEntityAsync(new TableEntity(Verdicts, verdict.Chain) { [Broken] = !verdict.Holds, [At] = at }, TableUpdateMode.Replace, cancellation);

    /// <summary>Whether every chain held when it was last looked through.</summary>
    public async Task<bool> HeldAsync(CancellationToken cancellation = default) =>
        await PartitionAsync(Verdicts, cancellation).AllAsync(row => row.GetBoolean(Broken) is false, cancellation);

    AsyncPageable<TableEntity> Entries(AuditMonth month, CancellationToken cancellation) => Client
        .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {month.Partition} and RowKey lt ':'"), cancellationToken: cancellation);

    AsyncPageable<TableEntity> PartitionAsync(string partition, CancellationToken cancellation) =>
        Client.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), cancellationToken: cancellation);
}
