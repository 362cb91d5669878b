using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Deadlines;

/// <summary>The working days of an organisation: the Dutch ones by rule, less its own closing days.</summary>
/// <param name="ClosingDays">Bridge days by decree and the organisation's own closing days.</param>
/// <remarks>Checked for 2020 to 2060; the rules are the law as it stands in 2026.</remarks>
public readonly record struct WorkCalendar(ValueList<DateOnly> ClosingDays)
{
    /// <summary>Whether people work on the day.</summary>
    /// <param name="day">A day in the Netherlands.</param>
    public bool IsWorkingDay(DateOnly day) => NameOf(day) is null;

    /// <summary>The code (see <see cref="DayOff"/>) of why nobody works on the day, or null on a working day. A holiday in a weekend is the weekend.</summary>
    /// <param name="day">A day in the Netherlands.</param>
    public string? NameOf(DateOnly day) =>
        day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayOff.Weekend
        : DutchHolidays.On(day) ?? (ClosingDays.Contains(day) ? DayOff.ClosingDay : null);

    /// <summary>The working day that is so many working days later; the first day itself is not counted.</summary>
    /// <param name="from">Any day, a working day or not.</param>
    /// <param name="count">1 or more.</param>
    public DateOnly AddWorkingDays(DateOnly from, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var day = from;
        for (var counted = 0; counted < count; counted++)
        {
            day = OnOrAfter(day.AddDays(1));
        }

        return day;
    }

    /// <summary>The day itself when it is a working day, else the next one.</summary>
    /// <param name="day">Any day.</param>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }
}
