using Workflows.Referrals.Insights.Disclosure;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Insights.Disclosure;

public sealed class What_is_shown_of_a_table
{
    static readonly Period Spring = new(new(2026, 4, 1), new(2026, 6, 1), new(2026, 6, 30));
    static readonly Cut All = new("all", ["yes", "no"]);
    static readonly Cut Yes = new("yes", ["yes"]);

    /// <summary>Rows of yes and no, all of April.</summary>
    static Release Shown(IReadOnlyList<Release> earlier, Period period, int threshold, params (int Yes, int No)[] rows) => new DisclosureControl(threshold).Release(
        (cohort, _, group, column) => cohort.Month != 4 ? 0 : column == "yes" ? rows[group[0] - 'a'].Yes : rows[group[0] - 'a'].No,
        Shape(rows.Length), earlier, period);

    static TableShape Shape(int rows) => new([.. Enumerable.Range(0, rows).Select(row => ((char)('a' + row)).ToString())], ["yes", "no"], [All, Yes]);

    static string[] Names(Release release) => [.. release.Shown.Select(cell => $"{cell.Group ?? "*"} {cell.Cut}").Order(StringComparer.Ordinal)];

    [Fact]
    public void Everything_when_every_count_is_large() =>
        Assert.Equal(["* all", "* yes", "a all", "a yes", "b all", "b yes"], Names(Shown([], Spring, 10, (20, 30), (40, 50))));

    [Fact]
    public void Nothing_when_all_together_are_few() => Assert.Empty(Names(Shown([], Spring, 10, (2, 3), (1, 3))));

    [Fact]
    public void A_small_count_takes_another_one_with_it_in_its_row_and_in_its_column() =>
        Assert.Equal(["* all", "* yes", "a all", "b all", "c all", "c yes"], Names(Shown([], Spring, 10, (3, 30), (40, 50), (60, 70))));

    [Fact]
    public void A_small_row_takes_the_smallest_other_row_with_it() =>
        Assert.Equal(["* all", "* yes", "c all", "c yes"], Names(Shown([], Spring, 10, (2, 2), (20, 30), (40, 50))));

    [Fact]
    public void A_small_rest_is_a_small_count() => Assert.Equal(["* all", "a all"], Names(Shown([], Spring, 10, (40, 3))));

    [Fact]
    public void A_count_of_none_is_a_small_count() => Assert.Equal(["* all", "a all"], Names(Shown([], Spring, 10, (40, 0))));

    [Fact]
    public void The_threshold_is_a_setting() =>
        Assert.Equal(["* all", "* yes", "a all", "a yes", "b all", "b yes"], Names(Shown([], Spring, 3, (3, 30), (40, 50))));

    [Fact]
    public void A_later_look_with_a_small_change_shows_what_did_not_change()
    {
        var later = Spring with { Through = new(2026, 7, 31) };
        var shape = Shape(2);
        int Count(DateOnly cohort, DateOnly through, string group, string column) => cohort.Month != 4 ? 0 : (group, column, through == later.Through) switch
        {
            ("a", "yes", false) => 20,
            ("a", "yes", true) => 22,   // two more
            ("a", _, false) => 30,
            ("a", _, true) => 28,
            _ => 50,
        };
        var control = new DisclosureControl(10);
        var first = control.Release(Count, shape, [], Spring);

        var second = control.Release(Count, shape, [first], later);

        Assert.Equal(["* all", "* yes", "a all", "a yes", "b all", "b yes"], Names(first));
        Assert.Equal(["* all", "a all", "b all", "b yes"], Names(second));
    }

    [Fact]
    public void What_was_shown_stays_what_can_be_shown() =>
        Assert.Equal(Names(Shown([], Spring, 10, (20, 30), (40, 50))), Names(Shown([Shown([], Spring, 10, (20, 30), (40, 50))], Spring, 10, (20, 30), (40, 50))));
}
