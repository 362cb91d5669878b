using Workflows.Referrals.Insights.Statistics;

namespace Workflows.Referrals.Tests.Insights;

/// <summary>Each expected number was published; the source stands beside it.</summary>
public sealed class Statistics_by_published_examples
{
    /// <summary>Efron and Tibshirani, An Introduction to the Bootstrap (1993), table 2.1: survival of the seven mice of the treatment group, in days.</summary>
    static readonly int[] Mice = [94, 197, 16, 38, 99, 141, 23];

    static Distribution Of(params int[] values) => new(values.Select(value => ((decimal)value, 1)));

    /// <summary>Newcombe, Statistics in Medicine 1998;17:857-872, table I, method 3.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void The_interval_of_a_share(int hits, int of, double low, double high)
    {
        var interval = Wilson.Of(hits, of);

        Assert.Equal((low, high), (Math.Round(interval.Low, 4), Math.Round(interval.High, 4)));
    }

    [Fact]
    public void A_share_of_all_mirrors_a_share_of_none()
    {
        Assert.Equal(1, Wilson.Of(20, 20).High);
        Assert.Equal(1 - Wilson.Of(0, 20).High, Wilson.Of(20, 20).Low, 12);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 5)]
    [InlineData(6, 5)]
    public void What_is_no_share_has_no_interval(int hits, int of) => Assert.Throws<ArgumentOutOfRangeException>(() => Wilson.Of(hits, of));

    /// <summary>The examples of the article Quartile of Wikipedia: 25.5, 40 and 42.5.</summary>
    [Fact]
    public void The_quartiles_of_eleven_values()
    {
        var distribution = Of(6, 7, 15, 36, 39, 40, 41, 42, 43, 47, 49);

        Assert.Equal((25.5m, 40m, 42.5m), (distribution.Quartiles.First, distribution.Median, distribution.Quartiles.Third));
    }

    /// <summary>R's own quantile(c(1, 2, 3, 4)), its default type 7: 1.75, 2.5 and 3.25.</summary>
    [Fact]
    public void The_quartiles_of_four_values()
    {
        var distribution = Of(1, 2, 3, 4);

        Assert.Equal((1.75m, 2.5m, 3.25m), (distribution.Quartiles.First, distribution.Median, distribution.Quartiles.Third));
    }

    [Fact]
    public void A_value_that_occurs_often_counts_as_often()
    {
        var counted = new Distribution([(3, 2), (1, 1), (9, 0), (7, 4)]);

        Assert.Equal([1m, 3, 3, 7, 7, 7, 7], Enumerable.Range(0, counted.Count).Select(counted.At));
    }

    [Fact]
    public void Without_values_there_is_no_median() => Assert.Throws<InvalidOperationException>(() => Of().Median);

    /// <summary>Table 2.2 of the same book: with endless resamples the standard error of the median is 37.83 days.</summary>
    [Fact]
    public void The_bootstrap_standard_error_of_a_median()
    {
        var medians = new Bootstrap(Of(Mice));
        var occurs = Mice.Select(median => (Days: (double)median, Share: medians.UpTo(median) - medians.UpTo(median - 1))).ToArray();
        var mean = occurs.Sum(median => median.Share * median.Days);

        Assert.Equal(37.83, Math.Sqrt(occurs.Sum(median => median.Share * Math.Pow(median.Days - mean, 2))), 0.005);
    }

    /// <summary>Efron, The Jackknife, the Bootstrap and Other Resampling Plans (1982), section 10.4: the median of a resample exceeds the i-th value with a probability that the binomial distribution gives.</summary>
    [Fact]
    public void The_bootstrap_medians_occur_as_often_as_the_binomial_distribution_says()
    {
        var medians = new Bootstrap(Of(Mice));
        foreach (var (rank, value) in Mice.Order().Index())
        {
            var share = (double)(rank + 1) / Mice.Length;
            var atMost = Enumerable.Range(4, 4).Sum(hits => Choose(Mice.Length, hits) * Math.Pow(share, hits) * Math.Pow(1 - share, Mice.Length - hits));

            Assert.Equal(atMost, medians.UpTo(value), 1e-12);
        }
    }

    [Theory]
    [InlineData(1, 2, 3, 5, 8, 13)]
    [InlineData(4, 4, 4, 4, 9, 10)]
    [InlineData(-3, -3, 0, 0, 2, 2)]
    [InlineData(7, 7, 7, 7, 7, 7)]
    [InlineData(1, 2, 4, 4, 8)]
    public void The_medians_are_those_of_every_resample_that_there_is(params int[] values)
    {
        var medians = Resamples(values.Length).Select(places => new Distribution(places.Select(place => ((decimal)values[place], 1))).Median).ToArray();
        var ours = new Bootstrap(Of(values));

        foreach (var limit in Enumerable.Range(-8, 44).Select(quarter => quarter / 2m))
        {
            Assert.Equal((double)medians.Count(median => median <= limit) / medians.Length, ours.UpTo(limit), 1e-12);
        }

        Array.Sort(medians);
        Assert.Equal(
            ((double)medians[(int)(0.025 * medians.Length)], (double)medians[(int)(0.975 * medians.Length)]),
            Bootstrap.OfMedian(Of(values)) is { } interval ? (interval.Low, interval.High) : default);
    }

    /// <summary>The interval of many values by the normal approximation of the binomial distribution: the ranks half the number plus and minus 1.96 times half its root (Conover, Practical Nonparametric Statistics, 3.2).</summary>
    [Theory]
    [InlineData(100_000)]
    [InlineData(99_999)]
    public void The_interval_of_a_hundred_thousand_values(int count)
    {
        var interval = Bootstrap.OfMedian(new(Enumerable.Range(1, count).Select(value => ((decimal)value, 1))))!.Value;
        var reach = 1.959964 * Math.Sqrt(count) / 2;

        Assert.Equal((count + 1) / 2.0 - reach, interval.Low, 1.5);
        Assert.Equal((count + 1) / 2.0 + reach, interval.High, 1.5);
    }

    [Fact]
    public void The_interval_of_a_median_is_the_same_every_time_and_lies_around_it()
    {
        var interval = Bootstrap.OfMedian(Of(Mice))!.Value;

        Assert.Equal(interval, Bootstrap.OfMedian(Of(Mice)));
        Assert.Equal((23.0, 141.0), (interval.Low, interval.High));   // the exact 2.5th and 97.5th percentiles by the binomial distribution
    }

    [Fact]
    public void Four_values_are_too_few_for_an_interval() => Assert.Null(Bootstrap.OfMedian(Of(1, 2, 3, 4)));

    /// <summary>
    /// Hollis and Campbell, BMJ 1999;319:670-674, describe the extremes by which it is done: every missing outcome bad, and every missing outcome good. Of 50 referred, 30 measured twice and 20 better.
    /// </summary>
    [Fact]
    public void Drop_outs_at_worst_and_at_best() => Assert.Equal(new DropOuts(0.4, 0.8), DropOuts.Of(better: 20, paired: 30, all: 50));

    [Theory]
    [InlineData(5, 4, 10)]
    [InlineData(1, 11, 10)]
    [InlineData(0, 0, 0)]
    public void Parts_larger_than_the_whole_are_refused(int better, int paired, int all) => Assert.Throws<ArgumentOutOfRangeException>(() => DropOuts.Of(better, paired, all));

    /// <summary>
    /// Card and Krueger, American Economic Review 1994;84:772-793, table 3: employment in New Jersey from 20.44 to 21.03 and in Pennsylvania from 23.33 to 21.17, a difference in differences of 2.76 (from unrounded means).
    /// The standard errors of the means, 0.51 and 1.35, give the deviations. The states differed at the baseline (t = -2.14), which the warning tells.
    /// </summary>
    [Fact]
    public void The_difference_in_differences_of_the_minimum_wage()
    {
        var effect = new DifferenceInDifferences(
            new(new(321, 20.44, 0.51 * Math.Sqrt(321)), new(319, 21.03, 0.52 * Math.Sqrt(319))),
            new(new(77, 23.33, 1.35 * Math.Sqrt(77)), new(77, 21.17, 0.94 * Math.Sqrt(77))));

        Assert.Equal(2.76, effect.Value, 0.02);
        Assert.Equal(-0.30, effect.BaselineDifference, 0.01);
        Assert.True(effect.GroupsDifferAtBaseline);
    }

    [Theory]
    [InlineData(5.0, false)]
    [InlineData(5.49, false)]
    [InlineData(5.51, true)]
    [InlineData(4.4, true)]
    public void Groups_differ_when_they_lie_more_than_a_quarter_of_a_deviation_apart(double comparison, bool differ) => Assert.Equal(
        differ,
        new DifferenceInDifferences(new(new(40, 5, 2), new(40, 6, 2)), new(new(40, comparison, 2), new(40, comparison, 2))).GroupsDifferAtBaseline);

    /// <summary>The places that are drawn, in every way in which so many can be drawn.</summary>
    static IEnumerable<int[]> Resamples(int count) =>
        from number in Enumerable.Range(0, (int)Math.Pow(count, count))
        select Enumerable.Range(0, count).Select(place => number / (int)Math.Pow(count, place) % count).ToArray();

    static double Choose(int of, int some) => some == 0 ? 1 : Choose(of - 1, some - 1) * of / some;
}
