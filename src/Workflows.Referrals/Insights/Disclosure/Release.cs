using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Insights.Disclosure;

/// <summary>Whose referrals, and as they stood when.</summary>
/// <param name="From">The first month of receipt, by its first day.</param>
/// <param name="To">The last month of receipt, by its first day.</param>
/// <param name="Through">The last day that was looked at.</param>
public sealed record Period(DateOnly From, DateOnly To, DateOnly Through)
{
    /// <summary>The months of receipt, by their first days.</summary>
    public IEnumerable<DateOnly> Cohorts
    {
        get
        {
            for (var month = From; month <= To; month = month.AddMonths(1))
            {
                yield return month;
            }
        }
    }

    /// <summary>Whether it is about a month of receipt.</summary>
    /// <param name="month">The month, by its first day.</param>
    public bool Holds(DateOnly month) => From <= month && month <= To;
}

/// <summary>A table of counts before anything is hidden: every referral stands in one group and one column.</summary>
/// <param name="Groups">The rows.</param>
/// <param name="Columns">The columns; not all of them need to be shown.</param>
/// <param name="Cuts">What is shown of each row and of all rows together: sums of columns, the most important first.</param>
public sealed record TableShape(ValueList<string> Groups, ValueList<string> Columns, ValueList<Cut> Cuts);

/// <summary>A sum of columns that is shown as one number.</summary>
/// <param name="Name">Such as "started".</param>
/// <param name="Columns">Which columns.</param>
public sealed record Cut(string Name, ValueList<string> Columns);

/// <summary>One number of a table.</summary>
/// <param name="Group">The row; null for all rows together.</param>
/// <param name="Cut">The name of the sum of columns.</param>
public sealed record Cell(string? Group, string Cut);

/// <summary>A table as it was shown: what does not stand in it was hidden.</summary>
/// <param name="Period">Whose referrals.</param>
/// <param name="Shown">The numbers that were shown.</param>
public sealed record Release(Period Period, ValueList<Cell> Shown);

/// <summary>A count of the table before anything is hidden.</summary>
/// <param name="cohort">The month of receipt, by its first day.</param>
/// <param name="through">The last day that is looked at.</param>
/// <param name="group">The row.</param>
/// <param name="column">The column.</param>
public delegate int CountOf(DateOnly cohort, DateOnly through, string group, string column);
