using System.Text.Json.Serialization;
using Workflows.Referrals.Insights.Facts;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Insights.Rollups;

/// <summary>What was counted of one indicator: enough to make every figure of it, and to add it up over months, groups and organisations.</summary>
/// <remarks>Written as one array, <c>[20, "3", 12, "4", 1]</c>: the denominator, then each value with how often it was counted. A year of reports is read at once.</remarks>
/// <param name="Denominator">How many facts belong to it.</param>
/// <param name="Values">How often each value, reason or name was counted, in ordinal order.</param>
[JsonConverter(typeof(TallyJson))]
public sealed record Tally(int Denominator, ValueList<ValueCount> Values)
{
    /// <summary>Nothing was counted.</summary>
    public static Tally None { get; } = new(0, []);

    /// <summary>How many facts added something.</summary>
    public int Numerator => Values.Sum(value => value.Count);

    /// <summary>Counts facts.</summary>
    /// <param name="measure">How.</param>
    /// <param name="facts">Which.</param>
    /// <param name="through">The last day that is looked at.</param>
    public static Tally Of(Measure measure, IEnumerable<Fact> facts, DateOnly through)
    {
        var (denominator, counts) = (0, new Dictionary<string, int>());
        foreach (var fact in facts.Where(fact => measure.Belongs?.Invoke(fact, through) ?? true))
        {
            denominator++;
            if (measure.Counts(fact) is { } value)
            {
                counts[value] = counts.GetValueOrDefault(value) + 1;
            }
        }

        return new(denominator, Sorted(counts));
    }

    /// <summary>Several tallies of one indicator as one.</summary>
    /// <param name="tallies">Of different facts.</param>
    public static Tally Sum(IEnumerable<Tally> tallies)
    {
        var (denominator, counts) = (0, new Dictionary<string, int>());
        foreach (var tally in tallies)
        {
            denominator += tally.Denominator;
            foreach (var (value, count) in tally.Values)
            {
                counts[value] = counts.GetValueOrDefault(value) + count;
            }
        }

        return new(denominator, Sorted(counts));
    }

    static ValueList<ValueCount> Sorted(Dictionary<string, int> counts) =>
        [.. counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => new ValueCount(count.Key, count.Value))];
}

/// <summary>How often something was counted.</summary>
/// <param name="Value">A value, reason or name.</param>
/// <param name="Count">How often.</param>
public readonly record struct ValueCount(string Value, int Count);
