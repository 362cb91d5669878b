namespace Workflows.Referrals.Tests.Domain;

/// <summary>One thing that the domain demands, and the tests that prove it.</summary>
/// <param name="Part">The part of the domain, in the order of a referral's life.</param>
/// <param name="Says">The rule, in short.</param>
/// <param name="Tests">Tests of this project: class, dot, method.</param>
public sealed record Rule(string Part, string Says, params string[] Tests)
{
    /// <summary>Names the case in a test's output.</summary>
    public override string ToString() => $"{Part}: {Says}";
}
