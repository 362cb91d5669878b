using Azure.Data.Tables;
using Microsoft.Extensions.Logging.Abstractions;
using Workflows.Functions.Insights.Facts;
using Workflows.Functions.Insights.Rollups;
using Workflows.Functions.Referrals;
using Workflows.Functions.Storage;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Insights.Facts;
using Workflows.Referrals.Insights.Rollups;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Insights;

/// <summary>Facts and rollups over tables of one test's own; referrals live in it as the app's commits would leave them.</summary>
sealed class InsightsUnderTest
{
    InsightsUnderTest(TestStorage storage)
    {
        Storage = storage;
        Facts = new(storage.Tables, storage.Timelines, storage.Profiles);
        Marks = new(storage.Tables);
        Keeper = new(Facts, Marks, storage.Lists, storage.Clock);
        Rollups = new(storage.Tables, storage.Clock);
        Cohorts = new(Facts, Rollups);
        Months = new(Facts, Keeper, Cohorts, Marks, storage.Clock, NullLogger<MonthRoller>.Instance);
    }

    public TestStorage Storage { get; }

    public FactStore Facts { get; }

    public FactKeeper Keeper { get; }

    public LookMarks Marks { get; }

    public RollupStore Rollups { get; }

    public CohortRoller Cohorts { get; }

    public MonthRoller Months { get; }

    public static async Task<InsightsUnderTest> CreateAsync()
    {
        var insights = new InsightsUnderTest(await TestStorage.CreateAsync());
        await insights.Facts.CreateAsync(default);
        await insights.Rollups.CreateAsync(default);
        return insights;
    }

    public static DateTimeOffset At(int year, int month, int day, int hour = 12) => AmsterdamTime.At(new(year, month, day), new TimeOnly(hour, 0));

    /// <summary>A referral that was received at a moment, and only that.</summary>
    public static ReferralEvent Received(DateTimeOffset at, string organisation = "welzijn-zuid") =>
        Next(1, at, new Received(new(organisation, "01999901", Pathway.Default, true, HandoverForm.Phone), 1));

    public static ReferralEvent Next(int sequence, DateTimeOffset at, Change change) => new(sequence, at, Actor.Process, "default/1", change);

    /// <summary>Writes a timeline as far as it goes, with its list rows.</summary>
    public async Task TellAsync(string referral, params ReferralEvent[] events)
    {
        foreach (var turn in events.Chunk(50))   // a transaction takes a hundred rows
        {
            var told = Referral.From(referral, [.. events.Take(turn[^1].Sequence)]);
            var rows = ReferralLists.Of(told);
            var former = await Storage.Timelines.CommitAsync(new(
                referral, told.Sequence, [.. turn.Select(happened => new StoredEvent(happened.Sequence, ReferralJson.Write(happened)))], ReferralJson.Write(told), null, [], [.. rows.Select(row => row.Key)]));
            await Storage.Lists.MoveAsync(rows, former);
        }
    }

    public Task<List<FactRow>> CohortAsync(DateOnly cohort) => Facts.CohortAsync("welzijn-zuid", cohort).ToListAsync().AsTask();

    /// <summary>What is counted of everybody at a look, latest versions.</summary>
    public async Task<StoredRollup?> TotalAsync(DateOnly through, DateOnly cohort, DateTimeOffset? asOf = null) =>
        (await Rollups.ReadAsync("welzijn-zuid", through, cohort, cohort, [Dimension.Total], asOf)).SingleOrDefault();

    /// <summary>Every row of a table but for the moments at which it was written.</summary>
    public Task<IReadOnlyList<string>> RowsAsync(string table) => RowsAsync(Storage.Tables, table);

    /// <inheritdoc cref="RowsAsync(string)"/>
    public static async Task<IReadOnlyList<string>> RowsAsync(Tables tables, string table) =>
    [
        .. (await tables.Named(table).QueryAsync<TableEntity>().ToListAsync()).Select(row => string.Join(' ', row.Where(column => column.Key is not ("odata.etag" or "Timestamp" or "At"))
            .Select(column => $"{column.Key}={(column.Value is byte[] bytes ? Convert.ToHexString(bytes) : column.Value)}").Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal),
    ];
}
