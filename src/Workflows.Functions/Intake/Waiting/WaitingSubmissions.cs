using Azure;
using Azure.Data.Tables;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Intake.Waiting;

/// <summary>Submissions that a person has to look at first. The table knows where they stand, their dossiers what is in them.</summary>
sealed class WaitingSubmissions(Tables tables, DossierStore dossiers, ErasureList erasures, TimeProvider clock)
{
    const string Reason = "Reason";

    /// <summary>Stores a submission unless it stands there. The dossier comes first: a row always leads to one.</summary>
    public async Task AddAsync(WaitingPlace place, string referral, string source, WaitingContent content, CancellationToken cancellation = default)
    {
        await dossiers.WriteAsync(referral, DossierSection.Waiting, DossierSections.Write(content), cancellation);
        try
        {
            await tables.Waiting.AddEntityAsync(
                new TableEntity(TableKey.Valid(place.List), TableKey.Valid(place.Row))
                {
                    [nameof(WaitingRow.Referral)] = referral,
                    [nameof(WaitingRow.Source)] = source,
                    [nameof(WaitingRow.ReceivedAt)] = clock.GetUtcNow(),
                    [nameof(WaitingRow.State)] = $"{WaitingState.Waiting}",
                },
                cancellation);
        }
        catch (RequestFailedException there) when (there.Status is 409)
        {
            // The same at the same moment.
        }
    }

    public async Task<WaitingRow?> FindAsync(WaitingPlace place, CancellationToken cancellation = default) =>
        TableKey.IsValid(place.Row) && await tables.Waiting.GetEntityIfExistsAsync<TableEntity>(place.List, place.Row, cancellationToken: cancellation) is { HasValue: true, Value: { } row }
            ? Read(row)
            : null;

    /// <summary>What is not finished in a list, by its key.</summary>
    public IAsyncEnumerable<WaitingRow> AllAsync(string list, CancellationToken cancellation = default) => tables.Waiting
        .QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {list} and (State eq {nameof(WaitingState.Waiting)} or State eq {nameof(WaitingState.Taken)})"), cancellationToken: cancellation)
        .Select(Read);

    /// <summary>How many are not finished in a list, counted no further than <paramref name="most"/>, and since when the first of them waits.</summary>
    public async Task<ListGlance> GlanceAsync(string list, int most, CancellationToken cancellation = default)
    {
        var rows = await AllAsync(list, cancellation).Take(most).ToListAsync(cancellation);
        return new(rows.Count, rows.Count == 0 ? null : rows.Min(row => row.ReceivedAt));
    }

    /// <summary>What nobody has decided about, in all lists, and what a kill left half erased.</summary>
    public IAsyncEnumerable<WaitingRow> UndecidedAsync(CancellationToken cancellation = default) => tables.Waiting
        .QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"State eq {nameof(WaitingState.Waiting)} or State eq {nameof(WaitingState.Expiring)}"), cancellationToken: cancellation)
        .Select(Read);

    /// <summary>What stands in it; null when its dossier was erased.</summary>
    public async Task<WaitingContent?> ReadAsync(WaitingRow row, CancellationToken cancellation = default) =>
        await dossiers.ReadAsync(row.Referral, DossierSection.Waiting, cancellation) is { } json ? DossierSections.Read<WaitingContent>(json) : null;

    /// <summary>Claims it for the referral that it becomes.</summary>
    /// <returns>False when somebody else decided at the same moment, or before.</returns>
    public async Task<bool> TakeAsync(WaitingRow row, CancellationToken cancellation = default) =>
        row.State is WaitingState.Taken or WaitingState.Finished || (row.State is WaitingState.Waiting && await MoveAsync(row, WaitingState.Taken, null, cancellation));

    /// <summary>It is a referral now and waits no longer; what it said when it arrived goes from the dossier. Can be repeated.</summary>
    public async Task FinishAsync(WaitingRow row, CancellationToken cancellation = default)
    {
        await EndAsync(row, WaitingState.Finished, cancellation);
        await dossiers.RemoveAsync(row.Referral, DossierSection.Waiting, cancellation);
    }

    /// <summary>It became a referral under another id: what stood here becomes unreadable. Can be repeated.</summary>
    public async Task UseUpAsync(WaitingRow row, CancellationToken cancellation = default)
    {
        await EndAsync(row, WaitingState.Finished, cancellation);
        await EraseAsync(row, cancellation);
    }

    /// <summary>Nobody decided in time: what stood in it becomes unreadable. Can be repeated.</summary>
    public async Task ExpireAsync(WaitingRow row, CancellationToken cancellation = default)
    {
        if (row.State is WaitingState.Expiring || await MoveAsync(row, WaitingState.Expiring, null, cancellation))
        {
            await EraseAsync(row, cancellation);
            await EndAsync(row, WaitingState.Expired, cancellation);
        }
    }

    /// <summary>Puts it away for ever: what stood in it becomes unreadable. Can be repeated.</summary>
    /// <returns>False when somebody else decided otherwise.</returns>
    public async Task<bool> DiscardAsync(WaitingRow row, string reason, CancellationToken cancellation = default)
    {
        if (row.State is WaitingState.Taken or WaitingState.Finished || (row.State is WaitingState.Waiting && !await MoveAsync(row, WaitingState.Discarded, reason, cancellation)))
        {
            return false;
        }

        await EraseAsync(row, cancellation);
        return true;
    }

    /// <summary>Goes on the list first: what a backup holds of it stays unreadable, too.</summary>
    async Task EraseAsync(WaitingRow row, CancellationToken cancellation)
    {
        await erasures.AddAsync(row.Referral, cancellation);
        await dossiers.EraseAsync(row.Referral, cancellation);
    }

    async Task EndAsync(WaitingRow row, WaitingState state, CancellationToken cancellation) =>
        await tables.Waiting.UpdateEntityAsync(Change(row, state, null), ETag.All, TableUpdateMode.Merge, cancellation);

    async Task<bool> MoveAsync(WaitingRow row, WaitingState state, string? reason, CancellationToken cancellation)
    {
        try
        {
            await tables.Waiting.UpdateEntityAsync(Change(row, state, reason), row.Version, TableUpdateMode.Merge, cancellation);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status is 412)
        {
            return false;
        }
    }

    static TableEntity Change(WaitingRow row, WaitingState state, string? reason) =>
        new(row.Place.List, row.Place.Row) { [nameof(WaitingRow.State)] = $"{state}", [Reason] = reason };

    static WaitingRow Read(TableEntity row) => new(
        new(row.PartitionKey, row.RowKey),
        row.GetString(nameof(WaitingRow.Referral)),
        row.GetString(nameof(WaitingRow.Source)),
        row.GetDateTimeOffset(nameof(WaitingRow.ReceivedAt))!.Value,
        Enum.Parse<WaitingState>(row.GetString(nameof(WaitingRow.State))),
        row.ETag);
}
