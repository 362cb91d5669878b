using Workflows.Referrals.Insights.Facts;

namespace Workflows.Referrals.Insights.Rollups;

/// <summary>How far a referral got, in one word: the steps of the funnel lie within each other, and what lies between two of them could be computed from both.</summary>
static class Progress
{
    public const string Name = "progress";

    /// <summary>The steps, by the id of the indicator that shows them, how a word says that a referral took it; the most important first, for of two steps that few lie between only one can be shown to outsiders.</summary>
    public static readonly (string Indicator, char Letter, Func<Fact, bool> Took)[] Steps =
    [
        ("started", 's', fact => fact.Started is not null),
        ("completed", 'c', fact => fact.IsCompleted),
        ("accepted", 'a', fact => fact.IsAccepted),
        ("handover-held", 'h', fact => fact.IsHandedOver),
        ("attended", 'v', fact => fact.HasAttended),
        ("days-to-first-contact", 'k', fact => fact.DaysToFirstContact is not null),
    ];

    /// <summary>One word for every step, whether or not somebody took it.</summary>
    public static IEnumerable<string> Words => Steps.Select(step => $"r{step.Letter}").Prepend("r");

    /// <summary>The word of a referral that took no step is <c>r</c>: received.</summary>
    public static Measure Measure { get; } = new(fact => $"r{string.Concat(Steps.Where(step => step.Took(fact)).Select(step => step.Letter))}");
}
