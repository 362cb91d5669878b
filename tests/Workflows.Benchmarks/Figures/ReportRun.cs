using LocalRuntime.Tests.Azurite;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Benchmarks.Pages;
using Workflows.Functions.Insights.Rollups;
using Workflows.Referrals.Insights.Facts;
using Workflows.Referrals.Tests.Simulation;

namespace Workflows.Benchmarks.Figures;

/// <summary>How long the report of a year takes when few and when many referrals were rolled up.</summary>
/// <param name="User">Who asks for it.</param>
/// <param name="Path">What is asked for.</param>
/// <param name="First">How long the very first took with many: an outsider's report is then decided, and kept for ever.</param>
/// <param name="Few">The median of the later ones with few.</param>
/// <param name="Many">And with many.</param>
sealed record ReportRun(string User, string Path, TimeSpan First, TimeSpan Few, TimeSpan Many)
{
    public const int FewReferrals = 1_000;
    public const int ManyReferrals = 100_000;

    /// <summary>As many as the pages of a referral need: reports do not look at lists.</summary>
    const int InLists = 4;

    static readonly (string User, string Path)[] Reports =
    [
        ("coordinator/cora", "/api/insights/report?year=2026"),
        ("coordinator/cora", "/api/insights/report?year=2026&format=csv"),
        ("coordinator/cora", "/api/insights/report?year=2026&format=html"),
        ("referrer/01999901", "/api/insights/report?year=2026"),
        ("funder/gemeente", "/api/insights/report?year=2026"),
        ("coordinator/cora", "/inzicht?jaar=2026"),
        ("referrer/01999901", "/inzicht?jaar=2026"),
        ("funder/gemeente", "/inzicht?jaar=2026"),
    ];

    public double Ratio => Many / Few;

    public static async Task<IReadOnlyList<ReportRun>> MeasureAsync()
    {
        using var azurite = await AzuriteProcess.StartAsync();
        await using var few = await MeasuredApp.StartAsync(azurite.ConnectionString, InLists);
        await using var many = await MeasuredApp.StartAsync(azurite.ConnectionString, InLists);
        var facts = CountedYear.Facts(Place.Two[0], ManyReferrals);
        await RollUpAsync(few.Services, facts[..FewReferrals]);
        await RollUpAsync(many.Services, facts);
        List<ReportRun> runs = [];
        foreach (var (user, path) in Reports)
        {
            var first = await InTurns.TimeAsync(many, user, path);
            var (ofFew, ofMany) = await InTurns.MedianAsync(few, many, user, path);
            runs.Add(new(user, path, first, ofFew, ofMany));
        }

        return runs;
    }

    static Task RollUpAsync(IServiceProvider app, Fact[] facts) => CountedYear.KeepAsync(app.GetRequiredService<RollupStore>(), app.GetRequiredService<LookMarks>(), facts);
}
