using Azure;
using Azure.Data.Tables;

namespace Workflows.Functions.Storage;

/// <summary>The lists that pages show: one row per referral and list, sorted by a moment, no personal data. JSON in, JSON out.</summary>
sealed class ListStore(Tables tables)
{
    public const int LongestPage = 100;
    public const string Json = "Json";

    /// <summary>Table Storage answers no more at a time.</summary>
    const int RowsPerAnswer = 1000;

    static readonly string[] KeyAlone = [nameof(TableEntity.RowKey)];

    /// <summary>Puts the referral's rows in place and takes away those that no longer hold. Can be repeated.</summary>
    /// <param name="rows">The rows that hold.</param>
    /// <param name="former">What <see cref="TimelineStore.CommitAsync"/> answered.</param>
    /// <param name="cancellation">Gives up; the whole is then to be repeated.</param>
    public async Task MoveAsync(IEnumerable<ListRow> rows, IEnumerable<ListKey> former, CancellationToken cancellation = default)
    {
        // New before old: a referral that is shown twice for a moment is better than one that is not shown.
        await Task.WhenAll(rows.Select(row => tables.Lists.UpsertEntityAsync(Entity(row), TableUpdateMode.Replace, cancellation)));
        await Task.WhenAll(former.Select(key => tables.Lists.DeleteEntityAsync(key.List, key.Row, ETag.All, cancellation)));
    }

    /// <summary>Puts many rows in place, those of a list together. Can be repeated.</summary>
    public Task PutAsync(IEnumerable<ListRow> rows, CancellationToken cancellation = default) => Task.WhenAll(
        from list in rows.GroupBy(row => row.Key.List)
        from chunk in list.Chunk(TransactionLimits.Entities)
        select tables.Lists.SubmitTransactionAsync(chunk.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Entity(row))), cancellation));

    /// <summary>One page, in the order of the moments.</summary>
    /// <param name="list">The list, for instance <c>welzijn-zuid!worker!anna</c>.</param>
    /// <param name="top">How many rows at most: 1 to 100.</param>
    /// <param name="after">What the page before answered; null for the first.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<ListPage> ReadAsync(string list, int top, string? after = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(top, LongestPage);

        // One more than asked for tells whether there is a next page.
        var rows = await tables.Lists
            .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {list} and RowKey gt {after ?? ""}"), top + 1, cancellationToken: cancellation)
            .Take(top + 1)
            .ToListAsync(cancellation);
        return new([.. rows.Take(top).Select(row => row.GetText(Json))], rows.Count > top ? rows[top - 1].RowKey : null);
    }

    /// <summary>All rows of a list, first to last.</summary>
    public IAsyncEnumerable<string> AllAsync(string list, CancellationToken cancellation = default) => tables.Lists
        .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {list}"), cancellationToken: cancellation)
        .Select(row => row.GetText(Json));

    /// <summary>The first rows of a list, no more than <paramref name="most"/>.</summary>
    public IAsyncEnumerable<string> FirstAsync(string list, int most, CancellationToken cancellation = default) => tables.Lists
        .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {list}"), Math.Min(most, RowsPerAnswer), cancellationToken: cancellation)
        .Take(most)
        .Select(row => row.GetText(Json));

    /// <summary>How many rows a list has, counted no further than <paramref name="most"/>: what is beyond changes nothing for who asks.</summary>
    public async Task<int> CountAsync(string list, int most, CancellationToken cancellation = default) => most < 1 ? 0 : await tables.Lists
        .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {list}"), Math.Min(most, RowsPerAnswer), KeyAlone, cancellation)
        .Take(most)
        .CountAsync(cancellation);

    /// <summary>How many rows a list has, counted no further than <paramref name="most"/>, and the moment of the first.</summary>
    public async Task<ListGlance> GlanceAsync(string list, int most, CancellationToken cancellation = default)
    {
        var keys = await tables.Lists
            .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {list}"), most, KeyAlone, cancellation)
            .Take(most)
            .ToListAsync(cancellation);
        return new(keys.Count, keys is [var first, ..] ? new ListKey(list, first.RowKey).Moment : null);
    }

    /// <summary>The keys of a list from a moment on, in their order.</summary>
    public IAsyncEnumerable<ListKey> KeysAsync(string list, DateTimeOffset from, CancellationToken cancellation = default) => tables.Lists
        .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {list} and RowKey ge {ListKey.Text(from)}"), RowsPerAnswer, KeyAlone, cancellation)
        .Select(row => new ListKey(list, row.RowKey));

    static TableEntity Entity(ListRow row)
    {
        var entity = new TableEntity(row.Key.List, row.Key.Row);
        entity.SetText(Json, row.Json);
        return entity;
    }
}

/// <summary>One row of a list.</summary>
sealed record ListRow(ListKey Key, string Json);

/// <summary>What can be seen of a list at a glance.</summary>
/// <param name="Count">How many rows, counted to a limit.</param>
/// <param name="First">The moment of the first; null when there is none.</param>
sealed record ListGlance(int Count, DateTimeOffset? First);

/// <summary>A page of a list.</summary>
/// <param name="Rows">The rows' JSON.</param>
/// <param name="After">Asks for the next page; null when this was the last.</param>
sealed record ListPage(IReadOnlyList<string> Rows, string? After);
