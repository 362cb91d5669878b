using Workflows.Referrals.Insights;
using Workflows.Referrals.Insights.Statistics;
using Workflows.Referrals.Insights.Worth;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Insights.Reports;

/// <summary>A plan beside what came of it.</summary>
/// <param name="Version">The version of the plan.</param>
/// <param name="Targets">What was aimed at.</param>
public sealed record PlanView(int Version, ValueList<TargetView> Targets)
{
    internal static PlanView Of(int version, IEnumerable<TargetResult> results) =>
        new(version, [.. results.Select(result => new TargetView(result.Target.Indicator, result.Target.Value, result.Figure.Value, result.Difference, result.IsMet))]);
}

/// <summary>A target beside what came of it.</summary>
/// <param name="Indicator">The indicator's id.</param>
/// <param name="Target">What was aimed at.</param>
/// <param name="Actual">What came of it; null when it is hidden or was not counted.</param>
/// <param name="Difference">How much higher that is.</param>
/// <param name="IsMet">Whether it is at least as good; null when that cannot be told, or not yet.</param>
public sealed record TargetView(string Indicator, decimal Target, decimal? Actual, decimal? Difference, bool? IsMet);

/// <summary>Costs and benefits.</summary>
/// <param name="LedgerVersion">The version of the ledger.</param>
/// <param name="Amounts">Each with what it was made of.</param>
public sealed record WorthView(int LedgerVersion, ValueList<AmountView> Amounts);

/// <summary>Euros as count x price x share, with everything that they were made of.</summary>
/// <param name="Id">The code of the cost or benefit.</param>
/// <param name="Side">Which of both.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Design">What may be concluded from it.</param>
/// <param name="Indicator">What was counted.</param>
/// <param name="Count">How many times the price.</param>
/// <param name="Denominator">Out of how many.</param>
/// <param name="PriceName">What is paid for.</param>
/// <param name="PriceLow">The low end of the price in euros.</param>
/// <param name="PriceHigh">The high end of the price in euros.</param>
/// <param name="PriceYear">The year of which it is the price.</param>
/// <param name="PriceVersion">The version of the price.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Low">The low end in euros.</param>
/// <param name="High">The high end in euros.</param>
/// <param name="Shares">The part of each funder.</param>
public sealed record AmountView(
    string Id, Side Side, LocalText Name, Design Design, string Indicator, decimal Count, int Denominator, LocalText PriceName, decimal PriceLow, decimal PriceHigh, int PriceYear, int PriceVersion,
    LocalText Source, decimal Low, decimal High, ValueList<FunderAmount> Shares)
{
    internal static AmountView Of(Amount amount) => new(
        amount.Entry.Id, amount.Entry.Side, amount.Entry.Name, amount.Design, amount.Entry.Indicator, amount.Count, amount.Figure.Denominator!.Value, amount.Price.Name,
        amount.Price.LowCents / 100m, amount.Price.HighCents / 100m, amount.Price.Year, amount.Price.Version, amount.Source.Text, amount.Low, amount.High, amount.ByFunder);
}

/// <summary>A change beside that of a group without the support.</summary>
/// <param name="Indicator">The indicator's id.</param>
/// <param name="Name">Who the group is.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Design">What may be concluded from it.</param>
/// <param name="Supported">The scores of those who had the support.</param>
/// <param name="Comparison">The scores of the group.</param>
/// <param name="Difference">How much more the supported changed.</param>
/// <param name="BaselineDifference">How far the groups lay apart before, in standard deviations.</param>
/// <param name="GroupsDifferAtBaseline">Whether that is too far to compare them; said wherever the difference is shown.</param>
public sealed record ComparisonView(
    string Indicator, LocalText Name, LocalText Source, Design Design, Group Supported, Group Comparison, double Difference, double BaselineDifference, bool GroupsDifferAtBaseline)
{
    internal static ComparisonView Of(ComparedChange compared) => new(
        compared.Comparison.Indicator, compared.Comparison.Name, compared.Comparison.Source, compared.Design, compared.Difference.Supported, compared.Difference.Comparison,
        Math.Round(compared.Difference.Value, 2), Math.Round(compared.Difference.BaselineDifference, 2), compared.Difference.GroupsDifferAtBaseline);
}

/// <summary>A month that came out otherwise after it had been counted.</summary>
/// <param name="Cohort">The month of receipt, by its first day.</param>
/// <param name="Version">How often it was counted by now.</param>
/// <param name="Reason">Why: <c>late</c>, <c>definition</c> or <c>rebuilt</c>.</param>
/// <param name="At">When it was counted again.</param>
public sealed record RestatementView(DateOnly Cohort, int Version, string Reason, DateTimeOffset At);

/// <summary>What somebody told.</summary>
/// <param name="By">A client or a worker; nobody by name.</param>
/// <param name="Month">When, by the first day of the month.</param>
/// <param name="Text">The story; names that the app knows are taken out.</param>
public sealed record StoryView(Role By, DateOnly Month, string Text);
