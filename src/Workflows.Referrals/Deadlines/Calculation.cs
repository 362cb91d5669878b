using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Deadlines;

/// <summary>From a moment and a term to a deadline that explains itself.</summary>
/// <remarks>A term that would end on a Saturday, Sunday or holiday is lengthened to the next working day (Algemene termijnenwet, article 1).</remarks>
public static class Calculation
{
    /// <summary>The time in Amsterdam at which a deadline ends.</summary>
    public static readonly TimeOnly EndOfDay = new(17, 00);

    /// <summary>The time in Amsterdam at which a reminder leaves.</summary>
    public static readonly TimeOnly StartOfDay = new(09, 00);

    /// <summary>A deadline: it ends at 17:00 in Amsterdam on the last day of the term.</summary>
    /// <param name="rule">The rule's code.</param>
    /// <param name="pathwayVersion">The pathway and version that state the term.</param>
    /// <param name="from">The moment from which is counted; its own day does not count.</param>
    /// <param name="term">How long.</param>
    /// <param name="calendar">The working days.</param>
    /// <param name="silentSince">Since when nothing was heard, where silence is the reason.</param>
    /// <param name="who">Who must act: a worker's id or a role, never a name.</param>
    public static Due Ends(string rule, string pathwayVersion, DateTimeOffset from, Term term, WorkCalendar calendar, DateTimeOffset? silentSince = null, string? who = null) =>
        On(EndOfDay, rule, pathwayVersion, from, term, calendar, silentSince, who);

    /// <summary>A reminder: it leaves at 09:00 in Amsterdam on the last day of the term.</summary>
    /// <param name="rule">The rule's code.</param>
    /// <param name="pathwayVersion">The pathway and version that state the term.</param>
    /// <param name="from">The moment from which is counted; its own day does not count.</param>
    /// <param name="term">How long.</param>
    /// <param name="calendar">The working days.</param>
    /// <param name="silentSince">Since when nothing was heard, where silence is the reason.</param>
    /// <param name="who">Who is reminded: a worker's id or a role, never a name.</param>
    public static Due RemindsAt(string rule, string pathwayVersion, DateTimeOffset from, Term term, WorkCalendar calendar, DateTimeOffset? silentSince = null, string? who = null) =>
        On(StartOfDay, rule, pathwayVersion, from, term, calendar, silentSince, who);

    /// <summary>The moment of a deadline alone, without its explanation.</summary>
    internal static DateTimeOffset At(TimeOnly time, DateTimeOffset from, Term term, WorkCalendar calendar) =>
        AmsterdamTime.At(LastWorkingDay(AmsterdamTime.DayOf(from), term, calendar), time);

    static Due On(TimeOnly time, string rule, string pathwayVersion, DateTimeOffset from, Term term, WorkCalendar calendar, DateTimeOffset? silentSince, string? who)
    {
        var start = AmsterdamTime.DayOf(from);
        var counted = LastDay(start, term);
        var last = LastWorkingDay(start, term, calendar);
        var at = AmsterdamTime.At(last, time);

        return new(at, new(rule, pathwayVersion, from, term, Skipped(counted ?? start.AddDays(1), last, calendar), at, silentSince, who));
    }

    static DateOnly LastWorkingDay(DateOnly start, Term term, WorkCalendar calendar) =>
        LastDay(start, term) is { } counted ? calendar.OnOrAfter(counted) : calendar.AddWorkingDays(start, term.Count);

    /// <summary>The last day by the calendar alone, or null where working days are counted.</summary>
    static DateOnly? LastDay(DateOnly start, Term term) => term.Unit switch
    {
        TermUnit.Days => start.AddDays(term.Count),
        TermUnit.Weeks => start.AddDays(7 * term.Count),
        TermUnit.Months => start.AddMonths(term.Count),
        TermUnit.Years => start.AddYears(term.Count),
        _ => null,
    };

    static ValueList<SkippedDay> Skipped(DateOnly first, DateOnly last, WorkCalendar calendar)
    {
        List<SkippedDay> skipped = [];
        for (var day = first; day < last; day = day.AddDays(1))
        {
            if (calendar.NameOf(day) is { } name)
            {
                skipped.Add(new(day, name));
            }
        }

        return [.. skipped];
    }
}
