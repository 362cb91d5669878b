using LocalRuntime.Tests.Azurite;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Benchmarks.Pages;
using Workflows.Functions.Insights.Rollups;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Insights.Facts;
using Workflows.Referrals.Insights.Rollups;
using Workflows.Referrals.Tests.Simulation;

namespace Workflows.Benchmarks.Figures;

/// <summary>How long the report of a year takes when few and when many referrals were rolled up.</summary>
/// <param name="User">Who asks for it.</param>
/// <param name="Query">What is asked for.</param>
/// <param name="First">How long the very first took with many: an outsider's report is then decided, and kept for ever.</param>
/// <param name="Few">The median of the later ones with few.</param>
/// <param name="Many">And with many.</param>
sealed record ReportRun(string User, string Query, TimeSpan First, TimeSpan Few, TimeSpan Many)
{
    public const int FewReferrals = 1_000;
    public const int ManyReferrals = 100_000;

    /// <summary>As many as the pages of a referral need: reports do not look at lists.</summary>
    const int InLists = 4;

    static readonly DateOnly EndOfYear = new(2026, 12, 31);

    static readonly (string User, string Query)[] Reports =
    [
        ("coordinator/cora", "year=2026"),
        ("coordinator/cora", "year=2026&format=csv"),
        ("coordinator/cora", "year=2026&format=html"),
        ("referrer/01999901", "year=2026"),
        ("funder/gemeente", "year=2026"),
    ];

    public double Ratio => Many / Few;

    public static async Task<IReadOnlyList<ReportRun>> MeasureAsync()
    {
        using var azurite = await AzuriteProcess.StartAsync();
        await using var few = await MeasuredApp.StartAsync(azurite.ConnectionString, InLists);
        await using var many = await MeasuredApp.StartAsync(azurite.ConnectionString, InLists);
        Fact[] facts = [.. Live(Place.Two[0])];
        await RollUpAsync(few.Services, facts[..FewReferrals]);
        await RollUpAsync(many.Services, facts);
        List<ReportRun> runs = [];
        foreach (var (user, query) in Reports)
        {
            var path = $"/api/insights/report?{query}";
            var first = await InTurns.TimeAsync(many, user, path);
            var (ofFew, ofMany) = await InTurns.MedianAsync(few, many, user, path);
            runs.Add(new(user, query, first, ofFew, ofMany));
        }

        return runs;
    }

    static IEnumerable<Fact> Live(Place place) => Enumerable.Range(0, int.MaxValue)
        .Select(number => Life.Of(number, seed: 1, [], place))
        .Select(life => Timelines.FactOf(life.Referral.Id, life.Events, life.Profile, AmsterdamTime.At(EndOfYear.AddDays(1), TimeOnly.MinValue)))
        .OfType<Fact>().Take(ManyReferrals);

    static async Task RollUpAsync(IServiceProvider app, Fact[] facts)
    {
        foreach (var cohort in facts.GroupBy(fact => fact.Cohort))
        {
            await app.GetRequiredService<RollupStore>().KeepAsync(Rollup.Of(facts[0].Organisation, cohort.Key, EndOfYear, [.. cohort]), RestatementReason.Late);
        }

        await app.GetRequiredService<LookMarks>().DoneAsync(facts[0].Organisation, LookMark.Today(EndOfYear));
    }
}
