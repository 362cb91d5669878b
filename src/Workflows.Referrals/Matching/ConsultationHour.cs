using System.Text.Json.Serialization;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Matching;

/// <summary>The fixed hour (<i>spreekuur</i>) of the welfare worker in a practice.</summary>
/// <param name="Day">The day of the week.</param>
/// <param name="From">When it begins, on the clock in Amsterdam.</param>
/// <param name="Until">When it ends; a slot that would end later does not exist.</param>
/// <param name="SlotMinutes">How long a slot lasts: 5 or more.</param>
public sealed record ConsultationHour([property: JsonConverter(typeof(EnumAsText<DayOfWeek>))] DayOfWeek Day, TimeOnly From, TimeOnly Until, int SlotMinutes)
{
    /// <summary>How many weeks are looked ahead. Whoever has no slot in half a year does not have this hour.</summary>
    const int WeeksAhead = 26;

    /// <summary>The first slot that begins after a moment and is free, on a working day; null when there is none in half a year.</summary>
    /// <param name="after">The moment.</param>
    /// <param name="taken">When the slots begin that are taken. One that begins between two slots takes both.</param>
    /// <param name="calendar">The working days.</param>
    public DateTimeOffset? NextFreeSlot(DateTimeOffset after, ValueList<DateTimeOffset> taken, WorkCalendar calendar) =>
        FreeSlots(after, taken, calendar).Cast<DateTimeOffset?>().FirstOrDefault();

    /// <summary>The slots of the next half year that begin after a moment and are free, on working days, earliest first.</summary>
    /// <inheritdoc cref="NextFreeSlot" path="/param"/>
    public IEnumerable<DateTimeOffset> FreeSlots(DateTimeOffset after, ValueList<DateTimeOffset> taken, WorkCalendar calendar)
    {
        return DaysFrom(AmsterdamTime.DayOf(after), WeeksAhead)
            .Where(calendar.IsWorkingDay)
            .SelectMany(SlotsOn)
            .Where(slot => slot > after && !taken.Any(other => Overlap(other, slot)));
    }

    /// <summary>The days on which the hour falls, working days or not.</summary>
    /// <param name="from">The first day that counts.</param>
    /// <param name="weeks">How many of them.</param>
    public IEnumerable<DateOnly> DaysFrom(DateOnly from, int weeks)
    {
        var first = from.AddDays(((int)Day - (int)from.DayOfWeek + 7) % 7);
        return Enumerable.Range(0, weeks).Select(week => first.AddDays(7 * week));
    }

    /// <summary>Whether a meeting that begins at one moment takes the slot that begins at the other.</summary>
    /// <param name="meeting">The beginning of the meeting, which lasts as long as a slot.</param>
    /// <param name="slot">The beginning of the slot.</param>
    public bool Overlap(DateTimeOffset meeting, DateTimeOffset slot) => (meeting - slot).Duration() < TimeSpan.FromMinutes(SlotMinutes);

    /// <summary>The slots of a day, taken or not.</summary>
    /// <param name="day">A day on which the hour is held.</param>
    public IEnumerable<DateTimeOffset> SlotsOn(DateOnly day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(SlotMinutes, 5);
        // Not Until - From: TimeOnly goes round, and an hour that ends before it begins would last all night.
        var length = (int)(Until.ToTimeSpan() - From.ToTimeSpan()).TotalMinutes;
        return Enumerable.Range(0, Math.Max(0, length) / SlotMinutes).Select(slot => AmsterdamTime.At(day, From).AddMinutes(slot * SlotMinutes));
    }
}
