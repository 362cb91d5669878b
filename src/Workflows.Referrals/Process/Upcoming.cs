using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Pathways;

namespace Workflows.Referrals.Process;

/// <summary>A deadline as a phase states it. Most are never reached, so that only those which somebody looks at are explained.</summary>
/// <param name="Kind">What happens then.</param>
/// <param name="Rule">The rule's code; null where the moment itself is known.</param>
/// <param name="Time">The time in Amsterdam.</param>
/// <param name="From">From when is counted; the moment itself where no term counts.</param>
/// <param name="Term">How long; null where no term counts.</param>
/// <param name="SilentSince">Since when nothing was heard, where silence is the reason.</param>
/// <param name="Who">Who can still act before it.</param>
/// <param name="Subject">Which feedback or message, where there can be several.</param>
sealed record Upcoming(
    DeadlineKind Kind, string? Rule, TimeOnly Time, DateTimeOffset From, Term? Term, DateTimeOffset? SilentSince, string? Who, string? Subject)
{
    public static Upcoming Ends(
        DeadlineKind kind, string rule, DateTimeOffset from, Term term, DateTimeOffset? silentSince = null, string? who = null, string? subject = null) =>
        new(kind, rule, Calculation.EndOfDay, from, term, silentSince, who, subject);

    public static Upcoming RemindsAt(
        DeadlineKind kind, string rule, DateTimeOffset from, Term term, DateTimeOffset? silentSince = null, string? who = null, string? subject = null) =>
        new(kind, rule, Calculation.StartOfDay, from, term, silentSince, who, subject);

    public static Upcoming At(DeadlineKind kind, DateTimeOffset moment, string subject) => new(kind, null, default, moment, null, null, null, subject);

    /// <summary>When it passes.</summary>
    public DateTimeOffset At(WorkCalendar calendar) => Term is null ? From : Calculation.At(Time, From, Term, calendar);

    /// <summary>Of two at the same moment the order is the one of the kinds, then of the subjects.</summary>
    public bool PrecedesAtTheSameMoment(Upcoming other) =>
        Kind < other.Kind || Kind == other.Kind && string.CompareOrdinal(Subject, other.Subject) < 0;

    public Deadline Explained(Pathway pathway)
    {
        if (Term is null)
        {
            return new(Kind, From, Who, Explanation: null, Subject);
        }

        var due = Time == Calculation.EndOfDay
            ? Calculation.Ends(Rule!, pathway.VersionLabel, From, Term, pathway.Calendar, SilentSince, Who)
            : Calculation.RemindsAt(Rule!, pathway.VersionLabel, From, Term, pathway.Calendar, SilentSince, Who);
        return new(Kind, due.At, Who, due.Explanation, Subject);
    }

    /// <summary>From when a term counts that may have begun anew.</summary>
    public static DateTimeOffset Latest(DateTimeOffset first, params ReadOnlySpan<DateTimeOffset?> others)
    {
        var latest = first;
        foreach (var other in others)
        {
            latest = other > latest ? other.Value : latest;
        }

        return latest;
    }
}
