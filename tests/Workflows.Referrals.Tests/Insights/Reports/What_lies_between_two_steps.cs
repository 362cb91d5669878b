using Workflows.Referrals.Insights.Disclosure;
using Workflows.Referrals.Insights.Facts;
using Workflows.Referrals.Insights.Reports;
using Workflows.Referrals.Insights.Rollups;

namespace Workflows.Referrals.Tests.Insights.Reports;

public sealed class What_lies_between_two_steps
{
    static readonly Period Year = new(new(2026, 1, 1), new(2026, 12, 1), new(2026, 12, 31));
    static readonly DateOnly Day = new(2026, 3, 2);

    /// <summary>The indicators that a funder reads a number of, of so many who took the same steps.</summary>
    static string[] Shown(params (int Count, Func<Fact, Fact> Took)[] people)
    {
        var facts = people.SelectMany(group => Enumerable.Range(0, group.Count).Select(_ => group.Took(new("r", "welzijn-zuid", "01999901", Day, Profile.Unknown)))).ToList();
        var (report, _) = new Publisher(Audience.Funder, 10).Publish("welzijn-zuid", Year, Rollup.Of("welzijn-zuid", new(2026, 3, 1), Year.Through, facts), []);
        return [.. report.Rows.Where(row => row is { Dimension: Dimension.Total, Figure.IsHidden: false }).Select(row => row.Figure.Indicator.Id)];
    }

    static Fact Waits(Fact fact) => fact;

    static Fact Accepted(Fact fact) => fact with { IsAccepted = true, Worker = "anna" };

    static Fact Began(Fact fact) => Accepted(fact) with { DaysToFirstContact = 3, Started = Day.AddDays(3) };

    static Fact Met(Fact fact) => Began(fact) with { IsHandedOver = true };

    static Fact Ended(Fact fact) => Met(fact) with { StoppedBecause = "stoppedByClient" };

    static Fact Completed(Fact fact) => Met(fact) with { StoppedBecause = "goalReached", IsCompleted = true };

    static Fact Active(Fact fact) => Met(fact) with { ActiveAfter = [3, 6] };

    [Fact]
    public void Is_shown_when_it_is_many() => Assert.Empty(((string[])["started", "handover-held", "completed"]).Except(Shown((30, Waits), (30, Began), (30, Met), (30, Completed))));

    [Fact]
    public void Few_who_began_by_telephone_hide_how_many_met()
    {
        var shown = Shown((30, Waits), (6, Began), (40, Met));

        Assert.Contains("started", shown);
        Assert.DoesNotContain("handover-held", shown);
    }

    [Fact]
    public void Few_who_stopped_without_completing_hide_how_many_stopped()
    {
        var shown = Shown((30, Waits), (4, Ended), (40, Completed), (30, Met));

        Assert.Contains("completed", shown);
        Assert.DoesNotContain("reasons-stopped", shown);
    }

    [Theory]
    [InlineData(6, false)]
    [InlineData(30, true)]
    public void Few_whom_nobody_took_on_hide_out_of_how_many_the_busiest_worker_took(int waiting, bool isShown)
    {
        var shown = Shown((waiting, Waits), (40, Accepted), (20, fact => Accepted(fact) with { Worker = "bram" }));

        Assert.Equal((isShown, isShown), (shown.Contains("accepted"), shown.Contains("bus-factor-worker")));
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(30, true)]
    public void Few_who_were_not_asked_again_yet_hide_how_many_were(int late, bool isShown)
    {
        var shown = Shown((30, Waits), (30, Active), (30, fact => Active(fact) with { ActiveAfter = [3] }), (late, fact => Active(fact) with { Started = new(2026, 8, 3), ActiveAfter = [3] }));

        Assert.Contains("still-active-3", shown);
        Assert.Equal(isShown, shown.Contains("still-active-6"));
    }

    [Fact]
    public void Few_who_take_part_no_longer_hide_how_many_still_do() => Assert.DoesNotContain("still-active-3", Shown((4, Began), (30, Active)));
}
