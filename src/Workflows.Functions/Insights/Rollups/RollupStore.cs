using System.Globalization;
using Azure.Data.Tables;
using Microsoft.Extensions.Caching.Memory;
using Workflows.Functions.Storage;
using Workflows.Referrals.Insights.Rollups;

namespace Workflows.Functions.Insights.Rollups;

/// <summary>
/// The table <c>Rollups</c>: PartitionKey organisation and month of the look, RowKey dimension, cohort and version. What was counted is never overwritten: what comes out otherwise later stands beside it
/// as the next version, with the reason.
/// </summary>
sealed class RollupStore(Tables tables, TimeProvider clock) : IDisposable
{
    /// <summary>How much is remembered at most, in characters of JSON: a year of an organisation has half a million.</summary>
    const int MostRemembered = 8_000_000;

    /// <summary>How long what nobody reads is remembered.</summary>
    static readonly TimeSpan Remembers = TimeSpan.FromMinutes(10);

    const string Content = "Content";
    const string At = "At";
    const string Reason = "Reason";

    /// <summary>What a version is known by.</summary>
    static readonly string[] Heads = [nameof(ITableEntity.PartitionKey), nameof(ITableEntity.RowKey), At, Reason];

    readonly TableClient table = tables.Named("Rollups");

    /// <summary>What was read lately. A version never changes, so that nothing here can be out of date.</summary>
    readonly MemoryCache recent = new(new MemoryCacheOptions { SizeLimit = MostRemembered });

    public void Dispose() => recent.Dispose();

    public Task CreateAsync(CancellationToken cancellation) => table.CreateIfNotExistsAsync(cancellation);

    /// <summary>Keeps what was counted of a cohort at a look. Can be repeated: the same counts are kept once.</summary>
    /// <param name="counted">One rollup for every dimension.</param>
    /// <param name="reason">Why it may come out otherwise than before, one of <see cref="RestatementReason"/>.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Kept> KeepAsync(IReadOnlyList<Rollup> counted, string reason, CancellationToken cancellation = default)
    {
        var (organisation, cohort, through) = (counted[0].Organisation, counted[0].Cohort, counted[0].Through);
        var standing = (await ReadAsync(organisation, through, cohort, cohort, [.. counted.Select(rollup => rollup.Dimension)], asOf: null, cancellation)).ToDictionary(stored => stored.Rollup.Dimension);
        List<TableTransactionAction> changes = [];
        Kept kept = default;
        foreach (var rollup in counted)
        {
            var before = standing.GetValueOrDefault(rollup.Dimension);
            if (before is null ? rollup.Groups.Count == 0 : before.Rollup == rollup)
            {
                continue;   // nobody was received, or it came out as before
            }

            changes.Add(new(TableTransactionActionType.Add, EntityOf(rollup, (before?.Version ?? 0) + 1, before is null ? null : reason)));
            kept += before is null ? new(1, 0) : new(0, 1);
        }

        if (changes.Count > 0)
        {
            await table.SubmitTransactionAsync(changes, cancellation);
        }

        return kept;
    }

    /// <summary>What was counted at a look, of the cohorts from one month to another: the latest versions, or those of a moment.</summary>
    /// <param name="organisation">Whose referrals.</param>
    /// <param name="through">The last day that was looked at, the last of its month.</param>
    /// <param name="from">The first cohort, by its first day.</param>
    /// <param name="to">The last cohort, by its first day.</param>
    /// <param name="dimensions">By what it is divided.</param>
    /// <param name="asOf">The moment at which the versions stood; of what was counted for the first time after it, the first. Null for today's.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<StoredRollup>> ReadAsync(
        string organisation, DateOnly through, DateOnly from, DateOnly to, IReadOnlyCollection<Dimension> dimensions, DateTimeOffset? asOf = null, CancellationToken cancellation = default)
    {
        var partition = Partition(organisation, through);
        var read = await Task.WhenAll(dimensions.Select(dimension =>
        {
            var (first, last) = ($"{dimension}!{Month(from)}!", $"{dimension}!{Month(to)}!~");
            return ReadAsync(TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {first} and RowKey lt {last}"), asOf, cancellation);
        }));
        return [.. read.SelectMany(stored => stored)];
    }

    /// <summary>Asks which versions there are, and for their contents only when not all of them were read lately.</summary>
    async Task<StoredRollup[]> ReadAsync(string filter, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var versions = await table.QueryAsync<TableEntity>(filter, select: Heads, cancellationToken: cancellation).ToListAsync(cancellation);
        TableEntity[] standing =
        [
            .. from version in versions
               group version by version.RowKey[..version.RowKey.LastIndexOf('!')] into ofOne
               select ofOne.LastOrDefault(version => asOf is null || version.GetDateTimeOffset(At) <= asOf) ?? ofOne.First(),
        ];
        if (Array.ConvertAll(standing, head => recent.Get<StoredRollup>(KeyOf(head))) is var known && !Array.Exists(known, stored => stored is null))
        {
            return known!;
        }

        var contents = await table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ToDictionaryAsync(row => row.RowKey, cancellationToken: cancellation);
        return Array.ConvertAll(standing, head => Remembered(contents[head.RowKey]));
    }

    StoredRollup Remembered(TableEntity row) => recent.GetOrCreate(KeyOf(row), entry =>
    {
        var json = Packed.Open(row.GetBytes(Content));
        entry.SetSize(json.Length).SetSlidingExpiration(Remembers);
        return StoredOf(row, json);
    })!;

    TableEntity EntityOf(Rollup rollup, int version, string? reason)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{rollup.Dimension}!{rollup.Cohort:yyyy-MM}!{version:D6}");
        var entity = new TableEntity(Partition(rollup.Organisation, rollup.Through), key) { [At] = clock.GetUtcNow(), [Reason] = reason };
        entity.SetBytes(Content, Packed.Of(ReferralJson.Write(rollup)));
        return entity;
    }

    static StoredRollup StoredOf(TableEntity entity, string json) => new(
        ReferralJson.ReadRollup(json),
        int.Parse(entity.RowKey.AsSpan(entity.RowKey.LastIndexOf('!') + 1), CultureInfo.InvariantCulture),
        entity.GetDateTimeOffset(At)!.Value,
        entity.GetString(Reason));

    static (string, string, DateTimeOffset?) KeyOf(TableEntity entity) => (entity.PartitionKey, entity.RowKey, entity.GetDateTimeOffset(At));

    static string Partition(string organisation, DateOnly through) => TableKey.Valid($"{organisation}!{Month(through)}");

    static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}

/// <summary>A rollup as it is kept.</summary>
/// <param name="Rollup">What was counted.</param>
/// <param name="Version">Counts from 1.</param>
/// <param name="At">When it was counted.</param>
/// <param name="Reason">Why it came out otherwise than the version before; null for the first.</param>
sealed record StoredRollup(Rollup Rollup, int Version, DateTimeOffset At, string? Reason);

/// <summary>Why what was counted before came out otherwise.</summary>
static class RestatementReason
{
    /// <summary>Something took place in the months that were counted, and was heard of only afterwards.</summary>
    public const string Late = "late";

    /// <summary>The catalogue, or what counts of a timeline, is defined otherwise now.</summary>
    public const string Definition = "definition";

    /// <summary>An administrator had everything made again.</summary>
    public const string Rebuilt = "rebuilt";
}

/// <summary>How many counts were kept.</summary>
/// <param name="First">For the first time.</param>
/// <param name="Again">As a further version.</param>
readonly record struct Kept(int First, int Again)
{
    public static Kept operator +(Kept one, Kept other) => new(one.First + other.First, one.Again + other.Again);
}
