using Workflows.Referrals.Insights.Facts;

namespace Workflows.Referrals.Insights.Rollups;

/// <summary>
/// Whether the client was asked after 3, 6, 12 and 24 months, and still took part, in one word such as <c>yn--</c>: who was asked after 6 months had been asked after 3, so that the few between them could be computed.
/// </summary>
static class Aftercare
{
    public const string Name = "aftercare";

    public static readonly int[] Months = [3, 6, 12, 24];

    /// <summary>Of every time somebody who still took part, and somebody who never did: that there is no such person is a small count too.</summary>
    public static IEnumerable<string> Words => Months.Select(months => Word(other => other == months ? 'y' : 'n')).Prepend(Word(_ => 'n'));

    public static Measure At(DateOnly through) => new(fact => Word(months => !fact.IsAskedAfter(months, through) ? '-' : fact.ActiveAfter.Contains(months) ? 'y' : 'n'));

    /// <summary>The id of the indicator, and the name of the number of those who still took part.</summary>
    public static string Active(int months) => $"still-active-{months}";

    /// <summary>The name of the number of those who were asked.</summary>
    public static string Asked(string active) => $"{active}.asked";

    /// <summary>Whether an indicator is counted here.</summary>
    public static bool Holds(Indicator indicator) => Months.Any(months => Active(months) == indicator.Id);

    static string Word(Func<int, char> letter) => string.Concat(Months.Select(letter));
}
