using Workflows.Functions.Directory;
using Workflows.Functions.Insights.Rollups;
using Workflows.Referrals.Insights.Disclosure;
using Workflows.Referrals.Insights.Reports;
using Workflows.Referrals.Insights.Rollups;

namespace Workflows.Functions.Insights.Reports;

/// <summary>Somebody outside the organisation. All funders read the same, so that two of them together know no more than one; each practice reads of its own patients.</summary>
/// <param name="Practice">The practice's AGB code; null for funders.</param>
sealed record OutsideReader(string? Practice)
{
    public static OutsideReader Funder { get; } = new((string?)null);

    public Audience Audience => Practice is null ? Audience.Funder : Audience.Practice;

    /// <summary>How its publications are set apart.</summary>
    public string Key => Practice is null ? "funder" : $"practice!{Practice}";

    IReadOnlyCollection<Dimension> Dimensions =>
        Practice is null ? [Dimension.Total, Dimension.Neighbourhood, Dimension.AgeBand, Dimension.ReasonGroup, Dimension.Programme] : [Dimension.Practice];

    /// <summary>What was counted at a look, of all that this reader may know something of.</summary>
    public Task<IReadOnlyList<StoredRollup>> ReadAsync(RollupStore rollups, string organisation, Period look, DateTimeOffset? asOf, CancellationToken cancellation) =>
        rollups.ReadAsync(organisation, look.Through, look.From, look.To, Dimensions, asOf, cancellation);

    /// <summary>Out of how many people a funder's figures are; a practice's patients are not the people of a neighbourhood.</summary>
    public Inhabitants? InhabitantsOf(Organisation organisation, Period look) => Practice is null ? Inhabitants.Of(organisation.Plan(look)) : null;

    /// <summary>What was counted of whom this reader may read.</summary>
    public IEnumerable<Rollup> Of(IEnumerable<StoredRollup> counted) =>
        counted.Select(stored => stored.Rollup) is var all && Practice is { } practice ? Rollup.OfPractice(all, practice) : all;
}
