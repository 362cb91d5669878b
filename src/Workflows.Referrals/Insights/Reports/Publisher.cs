using Workflows.Referrals.Insights.Disclosure;
using Workflows.Referrals.Insights.Rollups;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Insights.Reports;

/// <summary>Makes reports for people outside the organisation: what they may read, beside all that they could read before.</summary>
/// <param name="audience">For whom; not for the organisation itself, from which nothing is hidden.</param>
/// <param name="threshold">The least count that may be known.</param>
public sealed class Publisher(Audience audience, int threshold)
{
    readonly DisclosureControl control = new(threshold);

    /// <summary>By what a report is divided. Each division has its own table of the steps; all other figures are of all together.</summary>
    ValueList<Dimension> Divisions => audience is Audience.Funder ? [Dimension.Neighbourhood, Dimension.AgeBand, Dimension.ReasonGroup, Dimension.Programme] : [];

    /// <summary>The report, and what of it has to be remembered.</summary>
    /// <param name="organisation">Whose figures.</param>
    /// <param name="period">The months of receipt, and the last day that is looked at.</param>
    /// <param name="rollups">Of the months of this and all earlier publications, as they stood at the end of their last days; for a practice what was counted of it alone.</param>
    /// <param name="earlier">All that was published before to this audience.</param>
    /// <param name="inhabitants">How many people live in a neighbourhood; null where the plan does not say.</param>
    public (Report Report, Publication Publication) Publish(
        string organisation, Period period, IReadOnlyCollection<Rollup> rollups, IReadOnlyList<Publication> earlier, Inhabitants? inhabitants = null)
    {
        var publication = Decide([.. rollups.Where(rollup => rollup.Organisation == organisation)], earlier, period);
        var open = Report.Of(organisation, period, rollups, audience is Audience.Practice ? [Dimension.Month] : Divisions, inhabitants);
        return (open with { Threshold = threshold, Rows = [.. open.Rows.Select(row => Masked(row, publication)).OfType<ReportRow>().Select(row => row with { Counted = null })] }, publication);
    }

    Publication Decide(IReadOnlyCollection<Rollup> rollups, IReadOnlyList<Publication> earlier, Period period)
    {
        var publication = new Publication(period, []);
        var steps = CountedTable.ForProgress(rollups, Dimension.Total);
        if (audience is Audience.Practice)
        {
            publication = publication with { Tables = [new(Dimension.Total, Progress.Name, [.. steps.Shape.Cuts.Select(cut => new Cell(null, cut.Name))])] };
        }
        else
        {
            Add(Dimension.Total, Progress.Name, steps, row => row is null);
        }

        Add(Dimension.Total, Aftercare.Name, CountedTable.ForAftercare(rollups), row => row is null);
        foreach (var indicator in IndicatorCatalogue.Current.Indicators.Where(indicator => IsTable(indicator) && !IsOpen(indicator)))
        {
            Add(Dimension.Total, indicator.Id, CountedTable.For(rollups, Dimension.Total, indicator), row => row is null);
        }

        foreach (var dimension in Divisions)
        {
            Add(dimension, Progress.Name, CountedTable.ForProgress(rollups, dimension), row => row is not null);
        }

        return publication;

        void Add(Dimension dimension, string name, (CountedTable Table, TableShape Shape) table, Func<string?, bool> rows)
        {
            Cell[] wanted = [.. table.Shape.Groups.Prepend(null).Where(rows).SelectMany(row => table.Shape.Cuts.Where(cut => cut.Name is not CountedTable.Of && (cut.Name is not CountedTable.All || name == Progress.Name)).Select(cut => new Cell(row, cut.Name)))];
            Release[] known = [.. earlier.Append(publication).Select(before => new Release(before.Period, Known(before, dimension, name, table.Shape)))];
            var release = control.Release(table.Table.Count, table.Shape, known, period, wanted);
            publication = publication with { Tables = publication.Tables.Add(new(dimension, name, release.Shown)) };
        }
    }

    /// <summary>What a publication says about a table: its own numbers, those of all together, how many there are in each row, and what other tables tell of its whole and of all who are counted in it.</summary>
    static ValueList<Cell> Known(Publication publication, Dimension dimension, string table, TableShape shape)
    {
        var total = publication.Shown(Dimension.Total, Progress.Name);
        var whole = IndicatorCatalogue.Current.Find(table) is { } indicator ? Progress.Whole(indicator) : null;
        return
        [
            .. publication.Shown(dimension, table)
                .Concat(publication.Shown(Dimension.Total, table))
                .Concat(total.Concat(publication.Shown(dimension, Progress.Name)).Where(cell => cell.Cut == CountedTable.All))
                .Concat(total.Where(cell => cell.Cut == table).Select(cell => cell with { Cut = CountedTable.Counted }))
                .Concat(total.Where(cell => cell.Cut == whole?.Name).Select(cell => cell with { Cut = CountedTable.Of }))
                .Where(cell => shape.Cuts.Any(cut => cut.Name == cell.Cut)).Distinct(),
        ];
    }

    /// <summary>Whether the audience knows each single referral that is counted in it.</summary>
    bool IsOpen(Indicator indicator) => audience is Audience.Practice && indicator.Basis is Basis.Process;

    /// <summary>Whether it has a table of its own: a step stands in the table of the steps, and has one only for its reasons.</summary>
    static bool IsTable(Indicator indicator) =>
        indicator.Kind is FigureKind.Reasons || indicator.Kind is not (FigureKind.Count or FigureKind.Rate) && Progress.Of(indicator) is null && !Aftercare.Holds(indicator);

    /// <summary>The figure as far as it may be shown; null where it is no part of the report.</summary>
    ReportRow? Masked(ReportRow row, Publication publication)
    {
        var (dimension, figure, indicator) = (row.Dimension, row.Figure, row.Figure.Indicator);
        if (IsOpen(indicator))
        {
            return row;
        }

        var (isDivided, step) = (dimension is not Dimension.Total, Progress.Of(indicator));
        if (isDivided && (IsTable(indicator) || Aftercare.Holds(indicator) || step is { IsDivided: false }))
        {
            return null;
        }

        var group = isDivided ? row.Group : null;
        return row with
        {
            Figure = indicator.Kind switch
            {
                _ when !ShowsWhole() => Figure.Hidden(indicator, null),
                FigureKind.Count or FigureKind.Rate => figure,
                FigureKind.Concentration => figure.Parts is [var busiest] && Shows(indicator.Id, busiest.Value) ? figure.OnlyParts(_ => false) : Figure.Hidden(indicator, figure.Denominator),
                _ when !ShowsCounted() => Figure.Hidden(indicator, figure.Denominator),
                FigureKind.Reasons => figure.OnlyParts(reason => Shows(indicator.Id, reason)),
                FigureKind.Change when !Shows(indicator.Id, CountedTable.Better) => figure.WithoutBetter(),
                _ => figure,
            },
        };

        bool ShowsWhole() =>
            Shows(Progress.Name, Progress.Whole(indicator)?.Name ?? CountedTable.All) && (!Aftercare.Holds(indicator) || Shows(Aftercare.Name, Aftercare.Asked(indicator.Id)));

        bool ShowsCounted() =>
            step is not null ? Shows(Progress.Name, step.Name) : Aftercare.Holds(indicator) ? Shows(Aftercare.Name, indicator.Id) : Shows(indicator.Id, CountedTable.Counted);

        bool Shows(string table, string cut) => publication.Shown(dimension, table).Contains(new Cell(group, cut));
    }
}
