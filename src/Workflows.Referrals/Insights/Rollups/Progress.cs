using Workflows.Referrals.Insights.Facts;

namespace Workflows.Referrals.Insights.Rollups;

/// <summary>
/// How far a referral got and how it ended, in one word: these steps lie within each other or beside each other, and what lies between two of them could be computed from both.
/// So they are one table, whichever figures show them.
/// </summary>
static class Progress
{
    public const string Name = "progress";

    /// <summary>The most important first, for of two steps that few lie between only one can be shown to outsiders.</summary>
    public static readonly Step[] Steps =
    [
        new('s', fact => fact.Started is not null, ["started"]) { Implies = "ak" },
        new('c', fact => fact.IsCompleted, ["completed"]) { Implies = "sake" },
        new('a', fact => fact.IsAccepted, ["accepted"]) { Among = "bus-factor-worker" },
        new('h', fact => fact.IsHandedOver, ["handover-held"]) { Implies = "sak" },
        new('u', fact => fact.IsUnmet, ["unmet-need"]) { Implies = "n" },   // or of stopping; then there is such a word as well
        new('v', fact => fact.HasAttended, ["attended"]) { Implies = "sak" },
        new('k', fact => fact.DaysToFirstContact is not null, ["days-to-first-contact"]) { Implies = "a" },
        new('f', fact => fact.DaysToFeedback is not null, ["feedback-given", "days-to-feedback"]) { IsDivided = false },
        new('n', fact => fact.NotStartedBecause is not null, ["reasons-not-started"]) { IsDivided = false },
        new('e', fact => fact.StoppedBecause is not null, ["reasons-stopped"]) { Implies = "sak", IsDivided = false },
    ];

    /// <summary>One word for every step, whether or not somebody took it; no step without those that it implies, for nobody would believe in one.</summary>
    public static IEnumerable<string> Words => Steps.Select(step => Word(other => other == step || step.Implies.Contains(other.Letter, StringComparison.Ordinal))).Prepend(Word(_ => false));

    /// <summary>The word of a referral that took no step is <c>r</c>: received.</summary>
    public static Measure Measure { get; } = new(fact => Word(step => step.Took(fact)));

    /// <summary>The step that a figure shows; null when it shows none.</summary>
    public static Step? Of(Indicator indicator) => Array.Find(Steps, step => step.Indicators.Contains(indicator.Id));

    /// <summary>The step of those among whom a figure counts; null when it counts among all.</summary>
    public static Step? Whole(Indicator indicator) => Array.Find(Steps, step => step.Among == indicator.Id);

    /// <summary>A word with only the steps by which divisions tell their groups.</summary>
    public static string Divided(string word) => Word(step => step.IsDivided && word.Contains(step.Letter, StringComparison.Ordinal));

    static string Word(Func<Step, bool> took) => $"r{string.Concat(Steps.Where(took).Select(step => step.Letter))}";
}

/// <summary>A step, or a way to end.</summary>
/// <param name="Letter">How a word says that a referral took it.</param>
/// <param name="Took">Whether a referral did.</param>
/// <param name="Indicators">The ids of the indicators that show how many did; the first is the name of the number.</param>
sealed record Step(char Letter, Func<Fact, bool> Took, string[] Indicators)
{
    /// <summary>The steps that cannot have been left out.</summary>
    public string Implies { get; init; } = "";

    /// <summary>Whether outsiders read it also of the groups of a division.</summary>
    public bool IsDivided { get; init; } = true;

    /// <summary>The id of the indicator that counts among those who took it; null when none does.</summary>
    public string? Among { get; init; }

    public string Name => Indicators[0];
}
