using System.Collections.Concurrent;
using NodaTime;

namespace Workflows.Referrals.Deadlines;

/// <summary>The clock on the wall in the Netherlands, also through the changes to and from summer time.</summary>
public static class AmsterdamTime
{
    static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    /// <summary>The offset of days asked for: the clock changes at night, so that by day there is one. Every deadline asks for it.</summary>
    static readonly ConcurrentDictionary<DateOnly, TimeSpan> OffsetByDay = [];

    static readonly TimeOnly Morning = new(06, 00);

    /// <summary>The same moment with the offset that clocks in Amsterdam show.</summary>
    /// <param name="moment">A moment with any offset.</param>
    public static DateTimeOffset Of(DateTimeOffset moment) =>
        Instant.FromDateTimeOffset(moment).InZone(Amsterdam).ToDateTimeOffset();

    /// <summary>The day on which the moment falls in Amsterdam.</summary>
    /// <param name="moment">A moment with any offset.</param>
    /// <remarks>
    /// The clock changes at 01:00 UTC, when the offset of the morning decides nothing yet: with one hour or two it is the same day there until 22:00 UTC, and by then the change is over.
    /// After the last day of the calendar there is none: whatever somebody sends as "for ever" stays on it.
    /// </remarks>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime) is var day && day < DateOnly.MaxValue ? DateOnly.FromDateTime(moment.UtcDateTime + OffsetOn(day)) : day;

    /// <summary>The moment at which clocks in Amsterdam show the day and time; a time that is skipped by summer time moves forward, one that comes twice is the first.</summary>
    /// <param name="day">The day in Amsterdam.</param>
    /// <param name="time">The time on the clock.</param>
    public static DateTimeOffset At(DateOnly day, TimeOnly time) =>
        time < Morning ? InZone(day, time) : new(day.ToDateTime(time), OffsetOn(day));

    static TimeSpan OffsetOn(DateOnly day) => OffsetByDay.GetOrAdd(day, static day => InZone(day, Morning).Offset);

    static DateTimeOffset InZone(DateOnly day, TimeOnly time) =>
        LocalDateTime.FromDateTime(day.ToDateTime(time)).InZoneLeniently(Amsterdam).ToDateTimeOffset();
}
