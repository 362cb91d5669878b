using Workflows.Referrals.Insights.Disclosure;

namespace Workflows.Referrals.Tests.Insights.Disclosure;

public sealed class When_somebody_subtracts_what_was_published
{
    static readonly int Series = Environment.GetEnvironmentVariable("WORKFLOWS_FULL") == "1" ? 3000 : 150;
    static readonly DisclosureControl Control = new(DisclosureControl.UsualThreshold);

    [Fact]
    public void No_small_count_and_no_small_change_comes_out()
    {
        for (var seed = 1; seed <= Series; seed++)
        {
            var reports = new RandomReports((ulong)seed);
            var released = reports.Released((earlier, period) => Control.Release(reports.CountOf, reports.Shape, earlier, period));

            Assert.True(FirstFound(reports, released) is not { } found, $"seed {seed}: {FirstFound(reports, released)}");
        }
    }

    [Fact]
    public void Without_complements_small_counts_come_out()
    {
        var found = Enumerable.Range(1, 60).Count(seed =>
        {
            var reports = new RandomReports((ulong)seed);
            return FirstFound(reports, reports.Released((_, period) => reports.WithoutComplements(period))) is not null;
        });

        Assert.True(found > 20, $"in {found} of 60 series");
    }

    [Fact]
    public void Two_reports_that_are_each_safe_are_not_safe_together()
    {
        var found = Enumerable.Range(1, 60).Count(seed =>
        {
            var reports = new RandomReports((ulong)seed);
            return FirstFound(reports, reports.Released((_, period) => Control.Release(reports.CountOf, reports.Shape, [], period))) is not null;
        });

        Assert.True(found > 5, $"in {found} of 60 series");
    }

    [Fact]
    public void Something_is_left_to_be_read()
    {
        var shown = Enumerable.Range(1, 100).Select(seed => new RandomReports((ulong)seed)).Sum(reports =>
            reports.Released((earlier, period) => Control.Release(reports.CountOf, reports.Shape, earlier, period)).Sum(release => release.Shown.Count));

        Assert.True(shown > 300, $"{shown} numbers");
    }

    static string? FirstFound(RandomReports reports, IEnumerable<Release> released)
    {
        var reader = reports.ReaderOf(released);
        return reports.Secrets().Where(secret => reader.Tells(secret.Sum) is not null).Select(secret => secret.Name).FirstOrDefault();
    }
}
