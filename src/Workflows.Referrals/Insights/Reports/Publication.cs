using Workflows.Referrals.Insights.Disclosure;
using Workflows.Referrals.Insights.Rollups;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Insights.Reports;

/// <summary>What was shown to people outside the organisation: kept for ever, because it cannot be taken back and every later report must be safe beside it.</summary>
/// <param name="Period">Whose referrals.</param>
/// <param name="Tables">The numbers that were shown.</param>
public sealed record Publication(Period Period, ValueList<PublishedTable> Tables)
{
    /// <summary>The numbers that were shown of a table.</summary>
    internal ValueList<Cell> Shown(Dimension dimension, string table) =>
        Tables.FirstOrDefault(one => one.Dimension == dimension && one.Table == table)?.Shown ?? [];
}

/// <summary>The numbers that were shown of one table.</summary>
/// <param name="Dimension">By what it is divided.</param>
/// <param name="Table">What is counted.</param>
/// <param name="Shown">The numbers.</param>
public sealed record PublishedTable(Dimension Dimension, string Table, ValueList<Cell> Shown);
