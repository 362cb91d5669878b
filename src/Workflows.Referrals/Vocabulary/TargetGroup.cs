using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Vocabulary;

/// <summary>Whom a pathway is for. A rule that fires has a human look first; it refuses nobody.</summary>
public static class TargetGroup
{
    /// <summary>The rules that fire, in the order of the pathway. A condition on something that is not known does not hold.</summary>
    /// <param name="rules">The pathway's rules.</param>
    /// <param name="facts">What is known.</param>
    public static ValueList<TargetGroupRule> Fired(ValueList<TargetGroupRule> rules, TargetGroupFacts facts) =>
        [.. rules.Where(rule => Fires(rule, facts))];

    static bool Fires(TargetGroupRule rule, TargetGroupFacts facts) =>
        rule != new TargetGroupRule(rule.Id, rule.Text)
        && (rule.AgeBelow is null || facts.Age < rule.AgeBelow)
        && (rule.AgeFrom is null || facts.Age >= rule.AgeFrom)
        && (rule.AnyReason is null || facts.Reasons.Any(reason => Names(rule.AnyReason, reason)))
        && (rule.NoReason is null || !facts.Reasons.Any(reason => Names(rule.NoReason, reason)))
        && (rule.OutsideAreas is null || (facts.Area is { } area && !rule.OutsideAreas.Contains(area)));

    /// <summary>A rule that names a rubric means its subdivisions as well.</summary>
    static bool Names(ValueList<string> codes, string reason) => codes.Contains(reason) || codes.Contains(WelfareVocabulary.Rubric(reason));
}
