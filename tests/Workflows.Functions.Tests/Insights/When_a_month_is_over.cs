using Workflows.Functions.Insights.Rollups;
using Workflows.Referrals.Insights;
using Workflows.Referrals.Insights.Facts;
using Workflows.Referrals.Insights.Rollups;
using Workflows.Referrals.Timeline;
using static Workflows.Functions.Tests.Insights.InsightsUnderTest;

namespace Workflows.Functions.Tests.Insights;

public sealed class When_a_month_is_over : IAsyncLifetime
{
    static readonly DateOnly April = new(2026, 4, 1);
    static readonly DateOnly EndOfApril = new(2026, 4, 30);
    static readonly DateOnly EndOfMay = new(2026, 5, 31);

    InsightsUnderTest insights = null!;

    public async Task InitializeAsync()
    {
        insights = await CreateAsync();
        await HappensAsync("r1", Received(At(2026, 4, 13)), Next(2, At(2026, 4, 14), new WorkerAssigned("anna", null)));
        await HappensAsync("r2", Received(At(2026, 4, 20)));
        insights.Storage.Clock.Now = At(2026, 5, 1, 3);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    async Task HappensAsync(string referral, params ReferralEvent[] events)
    {
        await insights.TellAsync(referral, events);
        await insights.Keeper.KeepAsync(referral);
    }

    Task NightAsync() => insights.Months.RollAsync("welzijn-zuid");

    async Task<(int Referrals, int Accepted, int Version, string? Reason)?> CountedAsync(DateOnly through, DateOnly cohort, DateTimeOffset? asOf = null) =>
        await insights.TotalAsync(through, cohort, asOf) is { } stored ? (stored.Rollup.Groups.Single().Of("referrals").Numerator, stored.Rollup.Groups.Single().Of("accepted").Numerator, stored.Version, stored.Reason) : null;

    [Fact]
    public async Task It_is_counted_once()
    {
        await NightAsync();
        var rows = await insights.RowsAsync("Rollups");

        insights.Storage.Clock.Now = At(2026, 5, 20);
        await NightAsync();

        Assert.Equal((2, 1, 1, null), await CountedAsync(EndOfApril, April));
        Assert.Equal(rows, await insights.RowsAsync("Rollups"));
    }

    [Fact]
    public async Task A_month_that_is_not_over_is_not_counted()
    {
        insights.Storage.Clock.Now = At(2026, 4, 30, 23);
        await NightAsync();

        Assert.Null(await CountedAsync(EndOfApril, April));
    }

    [Fact]
    public async Task It_is_counted_as_it_stood_at_its_end_also_when_that_is_long_ago()
    {
        await HappensAsync("r2", Received(At(2026, 4, 20)), Next(2, At(2026, 5, 1, 0), new WorkerAssigned("bram", null)));
        insights.Storage.Clock.Now = At(2026, 7, 2);
        await NightAsync();

        Assert.Equal((2, 1, 1, null), await CountedAsync(EndOfApril, April));
        Assert.Equal((2, 2, 1, null), await CountedAsync(EndOfMay, April));
        Assert.Equal((2, 2, 1, null), await CountedAsync(new(2026, 6, 30), April));
    }

    [Fact]
    public async Task What_was_counted_is_read_from_the_table_once()
    {
        await NightAsync();

        var first = await insights.TotalAsync(EndOfApril, April);

        Assert.NotNull(first);
        Assert.Same(first, await insights.TotalAsync(EndOfApril, April));
    }

    [Fact]
    public async Task Whoever_read_what_was_counted_sees_what_another_instance_restates()
    {
        await NightAsync();
        using var elsewhere = new RollupStore(insights.Storage.Tables, insights.Storage.Clock);
        async Task<StoredRollup> ReadAsync() => (await elsewhere.ReadAsync("welzijn-zuid", EndOfApril, April, April, [Dimension.Total])).Single();
        var before = await ReadAsync();
        insights.Storage.Clock.Now = At(2026, 5, 2);
        await HappensAsync("r2", Received(At(2026, 4, 20)), Next(2, At(2026, 4, 30), new WorkerAssigned("bram", null)));

        await NightAsync();

        Assert.Equal((1, 2), (before.Version, (await ReadAsync()).Version));
        Assert.Same(before, (await elsewhere.ReadAsync("welzijn-zuid", EndOfApril, April, April, [Dimension.Total], before.At)).Single());
    }

    [Fact]
    public async Task What_was_heard_of_too_late_is_restated_with_a_reason_and_the_first_count_stays()
    {
        await NightAsync();
        insights.Storage.Clock.Now = At(2026, 5, 2);
        await HappensAsync("r2", Received(At(2026, 4, 20)), Next(2, At(2026, 4, 30), new WorkerAssigned("bram", null)));

        await NightAsync();

        Assert.Equal((2, 2, 2, "late"), await CountedAsync(EndOfApril, April));
        Assert.Equal((2, 1, 1, null), await CountedAsync(EndOfApril, April, asOf: At(2026, 5, 1)));
        Assert.Empty(await insights.Marks.LateAsync("welzijn-zuid"));
    }

    [Fact]
    public async Task What_happens_in_the_next_month_restates_nothing()
    {
        await NightAsync();
        insights.Storage.Clock.Now = At(2026, 5, 2);
        await HappensAsync("r2", Received(At(2026, 4, 20)), Next(2, At(2026, 5, 2), new WorkerAssigned("bram", null)));

        Assert.Empty(await insights.Marks.LateAsync("welzijn-zuid"));
    }

    [Fact]
    public async Task News_that_comes_while_late_news_is_counted_is_counted_the_next_night()
    {
        await NightAsync();
        await insights.Marks.NoteLateAsync("welzijn-zuid", April, EndOfApril);
        var late = Assert.Single(await insights.Marks.LateAsync("welzijn-zuid"));
        await insights.Marks.NoteLateAsync("welzijn-zuid", April, new(2026, 4, 2));

        await insights.Marks.ClearAsync("welzijn-zuid", late);

        Assert.Equal(new DateOnly(2026, 4, 2), Assert.Single(await insights.Marks.LateAsync("welzijn-zuid")).Since);
    }

    [Fact]
    public async Task A_referral_whose_events_all_got_lost_is_counted_all_the_same()
    {
        await insights.TellAsync("r3", Received(At(2026, 4, 21)));

        await NightAsync();

        Assert.Equal((3, 1, 1, null), await CountedAsync(EndOfApril, April));
    }

    [Fact]
    public async Task A_night_that_broke_off_is_gone_on_with()
    {
        await insights.Cohorts.RollAsync("welzijn-zuid", April, [EndOfApril], "late");   // counted, and nothing noted

        await NightAsync();

        Assert.Equal((2, 1, 1, null), await CountedAsync(EndOfApril, April));
        Assert.Equal([LookMark.Today(EndOfApril)], await insights.Marks.DoneAsync("welzijn-zuid"));
    }

    [Fact]
    public async Task Another_catalogue_counts_all_months_again_and_says_so()
    {
        await NightAsync();
        var counted = (await insights.TotalAsync(EndOfApril, April))!.Rollup;
        await AsCountedByAnEarlierVersionAsync(counted with { CatalogueVersion = IndicatorCatalogue.Current.Version - 1 });
        insights.Storage.Clock.Now = At(2026, 5, 3);

        await NightAsync();

        Assert.Equal((2, 1, 3, "definition"), await CountedAsync(EndOfApril, April));
        Assert.Equal(counted, (await insights.TotalAsync(EndOfApril, April))!.Rollup);
    }

    /// <summary>What an earlier version of the app left behind.</summary>
    async Task AsCountedByAnEarlierVersionAsync(Rollup counted)
    {
        insights.Storage.Clock.Now = At(2026, 5, 2);
        await insights.Rollups.KeepAsync([counted], "late");
        await insights.Marks.DoneAsync("welzijn-zuid", LookMark.Today(EndOfApril) with { CatalogueVersion = counted.CatalogueVersion });
    }

    [Fact]
    public async Task Facts_that_an_earlier_version_kept_are_made_again()
    {
        var row = (await insights.CohortAsync(April)).Single(row => row.Referral == "r1");
        await insights.Storage.Tables.Named("Facts").UpsertEntityAsync((row with { Version = 0, Fact = row.Fact! with { IsAccepted = false } }).ToEntity());

        await NightAsync();

        Assert.Equal((2, 1, 1, null), await CountedAsync(EndOfApril, April));
    }

    [Fact]
    public async Task Who_began_in_a_month_is_followed_for_years_by_that_month()
    {
        await HappensAsync("r1", Received(At(2026, 4, 13)), Next(2, At(2026, 4, 14), new WorkerAssigned("anna", null)), Next(3, At(2026, 5, 4), new SupportStarted(ByPhone: false)));
        await HappensAsync("r2", Received(At(2026, 4, 20)), Next(2, At(2026, 6, 1), new SupportStarted(ByPhone: true)));
        insights.Storage.Clock.Now = At(2028, 8, 1);
        await NightAsync();

        foreach (var through in Closing.LastDays(new(2026, 6, 1), new(2028, 7, 31)))
        {
            var cohorts = Assert.Single(await insights.Rollups.ReadAsync("welzijn-zuid", through, April, April, [Dimension.StartMonth])).Rollup.Groups;
            Assert.Equal([("2026-05", 1), ("2026-06", 1)], cohorts.Select(group => (group.Group, group.Of("started").Numerator)));
            Assert.Equal(through >= new DateOnly(2028, 6, 4), cohorts[0].Of("still-active-24").Denominator == 1);
        }
    }

    [Fact]
    public async Task The_same_facts_come_to_the_same_counts_to_the_last_bit()
    {
        await NightAsync();
        var before = (await insights.RowsAsync("Facts")).Concat(await insights.RowsAsync("Rollups"));
        await insights.Storage.Tables.Named("Facts").DeleteAsync();
        await insights.Storage.Tables.Named("Rollups").DeleteAsync();
        await insights.Facts.CreateAsync(default);
        await insights.Rollups.CreateAsync(default);

        await NightAsync();   // everything had stayed behind

        Assert.Equal(before, (await insights.RowsAsync("Facts")).Concat(await insights.RowsAsync("Rollups")));
    }
}
