using System.Globalization;
using Workflows.Referrals.Insights;
using Workflows.Referrals.Insights.Rollups;
using Workflows.Referrals.Tests.Simulation;

namespace Workflows.Referrals.Tests.Insights;

/// <summary>The simulated lives of whoever was received in a year, counted once more by <see cref="Recount"/>: what each figure of a report must be.</summary>
/// <param name="lives">All lives, of both organisations.</param>
/// <param name="year">The year of receipt.</param>
/// <param name="through">The last day that is looked at.</param>
/// <param name="inhabitants">How many people live in each neighbourhood.</param>
sealed class RecountedYear(IReadOnlyList<Life> lives, int year, DateOnly through, IReadOnlyDictionary<string, int> inhabitants)
{
    readonly Recount[] members = [.. lives.Select(life => new Recount(life, through)).Where(member => member.Counts && member.ReceivedOn.Year == year)];

    /// <summary>Every group there is of an organisation.</summary>
    public IEnumerable<(Dimension Dimension, string Group)> GroupsOf(string organisation) =>
        from dimension in Enum.GetValues<Dimension>()
        from member in members.Where(member => member.Organisation == organisation).Select(member => GroupOf(dimension, member)).Distinct()
        select (dimension, member);

    /// <summary>What the timelines say of a figure.</summary>
    /// <param name="organisations">Of whom.</param>
    /// <param name="dimension">By what it is divided.</param>
    /// <param name="group">The group.</param>
    /// <param name="indicator">The indicator.</param>
    public RecountedFigure Of(IReadOnlyCollection<string> organisations, Dimension dimension, string group, Indicator indicator)
    {
        Recount[] part = [.. members.Where(member => organisations.Contains(member.Organisation) && GroupOf(dimension, member) == group && member.IsPartOf(indicator.Id))];
        return new(
            indicator, [.. part.Select(member => member.Counted(indicator.Id)).OfType<string>()], part.Length,
            dimension switch { Dimension.Total => inhabitants.Values.Sum(), Dimension.Neighbourhood => inhabitants.GetValueOrDefault(group), _ => 0 },
            indicator.Kind is FigureKind.Change ? [.. part.Select(member => member.Scores(indicator.Id)).OfType<(decimal, decimal)>()] : []);
    }

    static string GroupOf(Dimension dimension, Recount member) => dimension switch
    {
        Dimension.Neighbourhood => member.Neighbourhood,
        Dimension.AgeBand => member.AgeBand,
        Dimension.ReasonGroup => member.ReasonGroup,
        Dimension.Programme => member.Programmes,
        Dimension.Practice => member.Practice,
        Dimension.StartMonth => member.StartedOn is { } started ? $"{started:yyyy-MM}" : "none",
        Dimension.Month => $"{member.ReceivedOn:yyyy-MM}",
        _ => "total",
    };
}

/// <summary>What the timelines say of a figure.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Counted">What was counted: numbers as texts, codes or names.</param>
/// <param name="Part">How many belong to it.</param>
/// <param name="Inhabitants">Out of how many people.</param>
/// <param name="Scores">Of a change what was measured first and later.</param>
sealed record RecountedFigure(Indicator Indicator, string[] Counted, int Part, int Inhabitants, (decimal Before, decimal After)[] Scores)
{
    public int Denominator => Indicator.Kind is FigureKind.Rate ? Inhabitants : Part;

    public int Numerator => Indicator.Kind is FigureKind.Concentration ? Most : Counted.Length;

    public decimal? Value => Indicator.Kind switch
    {
        FigureKind.Count or FigureKind.Reasons => Counted.Length,
        FigureKind.Rate => Tenths(1000m * Counted.Length / Inhabitants),
        FigureKind.Share => Part == 0 ? null : Tenths(100m * Counted.Length / Part),
        FigureKind.Concentration => Part == 0 ? null : Tenths(100m * Most / Part),
        _ => Counted.Length == 0 ? null : Tenths(Quantile(0.5m)),
    };

    public decimal[] Numbers => [.. Counted.Select(text => decimal.Parse(text, CultureInfo.InvariantCulture))];

    int Most => Counted.GroupBy(name => name).Select(name => name.Count()).DefaultIfEmpty().Max();

    public decimal Quantile(decimal share)
    {
        decimal[] sorted = [.. Numbers.Order()];
        var place = share * (sorted.Length - 1);
        var (below, above) = ((int)Math.Floor(place), (int)Math.Ceiling(place));
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }

    public static decimal Tenths(decimal value) => Math.Round(value, 1, MidpointRounding.AwayFromZero);
}
