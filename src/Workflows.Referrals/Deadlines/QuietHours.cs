namespace Workflows.Referrals.Deadlines;

/// <summary>When an offer or reminder may reach a person: not between 20:00 and 08:00 in Amsterdam and not on a day that is no working day.</summary>
/// <remarks>Receipts and sign-in codes, which a person asked for just now, do not pass through here.</remarks>
public static class QuietHours
{
    static readonly TimeOnly Begin = new(20, 00);
    static readonly TimeOnly End = new(08, 00);

    /// <summary>The moment itself when it is not quiet, else 09:00 on the first working day from then.</summary>
    /// <param name="at">When the message is ready.</param>
    /// <param name="calendar">The working days.</param>
    public static DateTimeOffset NextAllowed(DateTimeOffset at, WorkCalendar calendar)
    {
        var local = AmsterdamTime.Of(at);
        var (day, time) = (DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime));

        return calendar.IsWorkingDay(day) && time >= End && time < Begin
            ? at
            : AmsterdamTime.At(calendar.OnOrAfter(time >= Begin ? day.AddDays(1) : day), Calculation.StartOfDay);
    }
}
