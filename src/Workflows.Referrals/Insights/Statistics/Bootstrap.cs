namespace Workflows.Referrals.Insights.Statistics;

/// <summary>The medians of all resamples of a distribution, and the 95 % interval of its median that they give: the percentile bootstrap.</summary>
/// <remarks>
/// B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap" (1993), chapters 6 and 13. How often each median occurs among endlessly many resamples follows from the binomial distribution, so that
/// nothing is drawn: B. Efron, "The Jackknife, the Bootstrap and Other Resampling Plans" (1982), section 10.4. Reasons: <c>docs/decisions/bootstrap-without-draws.md</c>.
/// </remarks>
public sealed class Bootstrap
{
    /// <summary>Fewer values say too little about where the median might have been.</summary>
    const int Fewest = 5;

    /// <summary>A probability that changes no sum any more.</summary>
    const double Negligible = 1e-15;

    readonly Distribution values;
    readonly int half;

    /// <summary>The probability of as many heads as tails when a coin is tossed once for each of an even number of values.</summary>
    readonly double evenly;

    internal Bootstrap(Distribution values)
    {
        (this.values, half) = (values, values.Count / 2);
        evenly = 2 * AtLeast(half, 0.5) - 1;
    }

    bool HasMiddle => values.Count % 2 == 1;

    /// <summary>The interval of the median; null with fewer than five values.</summary>
    /// <param name="values">The values.</param>
    public static Interval? OfMedian(Distribution values)
    {
        if (values.Count < Fewest)
        {
            return null;
        }

        var medians = new Bootstrap(values);
        return new((double)medians.Percentile(0.025), (double)medians.Percentile(0.975));
    }

    /// <summary>The share of resamples whose median is at most a value.</summary>
    /// <param name="limit">The value.</param>
    internal double UpTo(decimal limit)
    {
        var places = values.Places(limit);
        if (HasMiddle)
        {
            return AtLeast(half + 1, values.Share(places));
        }

        // The lower of the middle two is at most the limit, unless the upper one pulls their mean above it.
        var share = AtLeast(half, values.Share(places));
        for (var place = places; place > 0; place--)
        {
            var beyond = values.Places(2 * limit - values.Values[place - 1]);
            var pulled = Apart(place, beyond);
            if (pulled < Negligible)
            {
                break;   // lower ones need an upper one still further away
            }

            share -= pulled - Apart(place - 1, beyond);
        }

        return share;
    }

    /// <summary>The least median that so many of the resamples do not exceed.</summary>
    decimal Percentile(double share)
    {
        var at = First(values.Values, share);
        return HasMiddle || at == 0 ? values.Values[at] : Between(at) is var medians ? medians[First(medians, share)] : default;
    }

    /// <summary>The medians above one value up to and including the next, in order, when each is the mean of the middle two.</summary>
    decimal[] Between(int at)
    {
        var (lower, upper) = (2 * values.Values[at - 1], 2 * values.Values[at]);
        List<decimal> medians = [values.Values[at]];
        for (var one = at; one >= 0; one--)
        {
            var (other, last) = (values.Places(lower - values.Values[one]), values.Places(upper - values.Values[one]));
            if (Apart(one + 1, other) < Negligible)
            {
                break;
            }

            for (other = Math.Max(one, other); other < last; other++)
            {
                medians.Add((values.Values[one] + values.Values[other]) / 2);
            }
        }

        return [.. medians.Distinct().Order()];
    }

    /// <summary>The probability that the lower of the middle two is among the first different values, and the upper one beyond so many of them.</summary>
    double Apart(int places, int beyond) => evenly * Math.Pow(4 * values.Share(places) * (1 - values.Share(beyond)), half);

    /// <summary>The first of ordered medians that is not exceeded by so many; the last one is not.</summary>
    int First(ReadOnlySpan<decimal> medians, double share)
    {
        var (first, last) = (0, medians.Length - 1);
        while (first < last)
        {
            var middle = (first + last) / 2;
            (first, last) = UpTo(medians[middle]) < share ? (middle + 1, last) : (first, middle);
        }

        return first;
    }

    /// <summary>The probability that at least so many values of a resample are among those which are a share of all: a binomial tail, its terms counted from the most probable one.</summary>
    double AtLeast(int hits, double share)
    {
        var beyond = hits - values.Count * share;
        if (share is 0 or 1 || Math.Exp(-2 * beyond * beyond / values.Count) < Negligible)
        {
            return beyond > 0 ? 0 : 1;   // W. Hoeffding, Journal of the American Statistical Association 1963;58:13-30, theorem 1
        }

        var (count, odds) = (values.Count, share / (1 - share));
        var mode = (int)((count + 1) * share);
        var (all, within) = (0.0, 0.0);
        for (var (k, term) = (mode, 1.0); k >= 0 && term > Negligible; term *= k / (odds * (count - k + 1)), k--)
        {
            all += term;
            within += k >= hits ? term : 0;
        }

        for (var (k, term) = (mode + 1, odds * (count - mode) / (mode + 1)); k <= count && term > Negligible; term *= odds * (count - k) / (k + 1), k++)
        {
            all += term;
            within += k >= hits ? term : 0;
        }

        return within / all;
    }
}
