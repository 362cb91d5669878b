using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;

namespace Workflows.Functions.Storage;

/// <summary>
/// The timelines: the events of each referral, its summary, the commands given to it and the effects that are still to be dispatched.
/// One partition per referral, so that a turn is one transaction. JSON in, JSON out, no personal data.
/// </summary>
sealed class TimelineStore(Tables tables, PendingMarks marks)
{
    /// <summary>
    /// Writes one turn in one transaction. The same commit again writes the same again; a commit that a later one has overtaken changes nothing.
    /// </summary>
    /// <returns>The list rows that no longer hold, for <see cref="ListStore.MoveAsync"/>.</returns>
    /// <exception cref="TableLimitException">More than 100 rows or 4 MiB: nothing was written.</exception>
    public Task<IReadOnlyList<ListKey>> CommitAsync(TimelineCommit commit, CancellationToken cancellation = default) => commit.Effects.Count == 0
        ? WriteAsync(commit, cancellation)
        : marks.AroundAsync(commit.Referral, () => WriteAsync(commit, cancellation), cancellation);

    async Task<IReadOnlyList<ListKey>> WriteAsync(TimelineCommit commit, CancellationToken cancellation)
    {
        while (true)
        {
            var standing = await FindAsync(commit.Referral, TimelineRows.Summary, cancellation);
            if (standing?.GetInt64(TimelineRows.Version) > commit.Version)
            {
                return [];
            }

            var former = TimelineRows.FormerLists(standing, commit);
            TableTransactionAction[] turn = [Summary(commit, former, standing), .. Rows(commit)];
            TransactionLimits.Require(turn);
            try
            {
                await tables.Timeline.SubmitTransactionAsync(turn, cancellation);
                return former;
            }
            catch (RequestFailedException overtaken) when (overtaken.Status is 409 or 412)
            {
                // Another commit of this referral came first. What it wrote decides whether this one still counts.
            }
        }
    }

    /// <summary>Decides who was first: an activity that was given up for dead and still runs must not put an old summary back.</summary>
    static TableTransactionAction Summary(TimelineCommit commit, IReadOnlyList<ListKey> former, TableEntity? standing) => standing is null
        ? new(TableTransactionActionType.Add, TimelineRows.SummaryRow(commit, former))
        : new(TableTransactionActionType.UpdateReplace, TimelineRows.SummaryRow(commit, former), standing.ETag);

    /// <summary>All of these can be repeated. A handled command is marked, not deleted: deleting a row that has gone fails the whole transaction.</summary>
    static IEnumerable<TableTransactionAction> Rows(TimelineCommit commit)
    {
        foreach (var happened in commit.Events)
        {
            yield return Replace(TimelineRows.Row(commit.Referral, TimelineRows.EventKey(happened.Sequence), happened.Json));
        }

        foreach (var effect in commit.Effects)
        {
            yield return Replace(TimelineRows.Row(commit.Referral, TimelineRows.EffectKey(effect.Key), effect.Json));
        }

        if (commit.Handled is { } handled)
        {
            yield return new(TableTransactionActionType.UpsertMerge, TimelineRows.HandledRow(commit.Referral, handled));
        }
    }

    /// <summary>Stores a command unless its key is taken. Once this answers, the command is not lost: a sweep finds it until it is handled.</summary>
    /// <param name="referral">The referral's id.</param>
    /// <param name="key">The command's key: never what a client supplied as it is.</param>
    /// <param name="json">The command, without personal data.</param>
    /// <param name="fingerprint">What has to be the same when the key comes again; null when that is the command itself.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<CommandStored> StoreCommandAsync(string referral, string key, string json, string? fingerprint = null, CancellationToken cancellation = default)
    {
        var row = TimelineRows.Row(referral, TimelineRows.CommandKey(key), json);
        row[TimelineRows.Fingerprint] = fingerprint ?? Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
        row[TimelineRows.IsHandled] = false;

        // A key that is taken sets no mark: the mark of the first would become young again, and the sweep come later with each repetition.
        return await StandingAsync(row, cancellation) ?? await marks.AroundAsync(referral, () => AddAsync(row, cancellation), cancellation);
    }

    async Task<CommandStored> AddAsync(TableEntity row, CancellationToken cancellation)
    {
        try
        {
            await tables.Timeline.AddEntityAsync(row, cancellation);
            return CommandStored.Now;
        }
        catch (RequestFailedException taken) when (taken.Status is 409)
        {
            return await StandingAsync(row, cancellation) ?? CommandStored.Conflict;
        }
    }

    /// <summary>What the command that has the key means for this one; null when the key is free.</summary>
    async Task<CommandStored?> StandingAsync(TableEntity row, CancellationToken cancellation) => await FindAsync(row.PartitionKey, row.RowKey, cancellation) is not { } standing
        ? null
        : standing.GetString(TimelineRows.Fingerprint) == row.GetString(TimelineRows.Fingerprint) ? CommandStored.Before : CommandStored.Conflict;

    /// <summary>The command of this key with what became of it; null when there is none.</summary>
    public async Task<StoredCommand?> ReadCommandAsync(string referral, string key, CancellationToken cancellation = default) =>
        await FindAsync(referral, TimelineRows.CommandKey(key), cancellation) is { } row ? TimelineRows.Command(row) : null;

    /// <summary>The commands that no turn has handled, in the order in which they were stored.</summary>
    public async Task<IReadOnlyList<StoredCommand>> PendingCommandsAsync(string referral, CancellationToken cancellation = default) =>
        await Rows(referral, TimelineRows.Commands, cancellation)
            .Where(TimelineRows.IsPendingCommand)
            .OrderBy(row => row.Timestamp)
            .Select(TimelineRows.Command)
            .ToListAsync(cancellation);

    /// <summary>The effects that are not yet known to be dispatched.</summary>
    public async Task<IReadOnlyList<StoredEffect>> PendingEffectsAsync(string referral, CancellationToken cancellation = default) =>
        await Rows(referral, TimelineRows.Effects, cancellation)
            .Select(TimelineRows.Effect)
            .ToListAsync(cancellation);

    /// <summary>Stores an effect that no turn of a referral decided; the sweep dispatches it. Can be repeated.</summary>
    public Task StoreEffectAsync(string referral, StoredEffect effect, CancellationToken cancellation = default) => marks.AroundAsync(
        referral,
        () => tables.Timeline.UpsertEntityAsync(TimelineRows.Row(referral, TimelineRows.EffectKey(effect.Key), effect.Json), TableUpdateMode.Replace, cancellation),
        cancellation);

    /// <summary>Forgets an effect that was dispatched; one that is not there is none the worse.</summary>
    public Task RemoveEffectAsync(string referral, string key, CancellationToken cancellation = default) =>
        tables.Timeline.DeleteEntityAsync(referral, TimelineRows.EffectKey(key), ETag.All, cancellation);

    /// <summary>
    /// The referrals that were last given a command or an effect at least <paramref name="olderThan"/> ago in real time, and still hold one:
    /// what a sweep raises and dispatches again.
    /// </summary>
    public async IAsyncEnumerable<PendingWork> PendingWorkAsync(TimeSpan olderThan, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var mark in marks.OlderThanAsync(olderThan, cancellation))
        {
            var work = await PendingWorkAsync(mark.PartitionKey, cancellation);
            if (work is { Commands: [], Effects: [] })
            {
                await marks.ClearAsync(mark, cancellation);
                continue;
            }

            yield return work;
        }
    }

    /// <summary>Commands and effects stand next to each other: one question finds both.</summary>
    async Task<PendingWork> PendingWorkAsync(string referral, CancellationToken cancellation)
    {
        var rows = await tables.Timeline
            .QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {referral} and RowKey gt {TimelineRows.Commands} and RowKey lt {After(TimelineRows.Effects)}"), cancellationToken: cancellation)
            .ToListAsync(cancellation);
        return new(
            referral,
            [.. rows.Where(TimelineRows.IsPendingCommand).OrderBy(row => row.Timestamp).Select(TimelineRows.Command)],
            [.. rows.Where(TimelineRows.IsEffect).Select(TimelineRows.Effect)]);
    }

    /// <summary>The events, oldest first.</summary>
    public async Task<IReadOnlyList<StoredEvent>> ReadEventsAsync(string referral, CancellationToken cancellation = default) =>
        await tables.Timeline
            .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {referral} and RowKey lt ':'"), cancellationToken: cancellation)
            .Select(TimelineRows.Event)
            .ToListAsync(cancellation);

    /// <summary>A page of the ids of all referrals that were received, and where the next page begins: null when this was the last. For who reads everything once: it goes through the whole table.</summary>
    public async Task<(IReadOnlyList<string> Referrals, string? Next)> ReferralsAsync(string? page, CancellationToken cancellation = default)
    {
        var answer = await tables.Timeline
            .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"RowKey eq {TimelineRows.EventKey(1)}"), select: [nameof(TableEntity.PartitionKey)], cancellationToken: cancellation)
            .AsPages(page, pageSizeHint: 200)
            .FirstAsync(cancellation);
        return ([.. answer.Values.Select(row => row.PartitionKey)], string.IsNullOrEmpty(answer.ContinuationToken) ? null : answer.ContinuationToken);
    }

    /// <summary>The referral as its last turn left it; null when there is none.</summary>
    public async Task<string?> ReadSummaryAsync(string referral, CancellationToken cancellation = default) =>
        (await FindAsync(referral, TimelineRows.Summary, cancellation))?.GetText(TimelineRows.Json);

    async Task<TableEntity?> FindAsync(string referral, string rowKey, CancellationToken cancellation) =>
        await tables.Timeline.GetEntityIfExistsAsync<TableEntity>(referral, rowKey, cancellationToken: cancellation) is { HasValue: true, Value: { } row } ? row : null;

    /// <summary>The rows whose key starts with <paramref name="kind"/>.</summary>
    AsyncPageable<TableEntity> Rows(string referral, string kind, CancellationToken cancellation) =>
        tables.Timeline.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {referral} and RowKey gt {kind} and RowKey lt {After(kind)}"), cancellationToken: cancellation);

    /// <summary>The first key behind all that start with <paramref name="kind"/>, which ends in the character before the double quotation mark.</summary>
    static string After(string kind) => kind[..^1] + '"';

    static TableTransactionAction Replace(TableEntity row) => new(TableTransactionActionType.UpsertReplace, row);
}
