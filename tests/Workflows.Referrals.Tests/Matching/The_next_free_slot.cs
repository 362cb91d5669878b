using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Matching;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Matching;

public sealed class The_next_free_slot
{
    static readonly ConsultationHour Tuesday = new(DayOfWeek.Tuesday, new(13, 00), new(15, 00), SlotMinutes: 30);
    static readonly WorkCalendar Calendar = new([new(2026, 6, 16)]);

    static DateTimeOffset? After(DateTimeOffset moment, params ValueList<DateTimeOffset> taken) => Tuesday.NextFreeSlot(moment, taken, Calendar);

    [Fact]
    public void Of_the_fixed_consultation_hour_is_proposed()
    {
        Assert.Equal(Amsterdam.At(2026, 4, 14, 13), After(Amsterdam.At(2026, 4, 13, 10)));
        Assert.Equal(Amsterdam.At(2026, 4, 14, 13, 30), After(Amsterdam.At(2026, 4, 14, 13)));
        Assert.Equal(Amsterdam.At(2026, 4, 21, 13), After(Amsterdam.At(2026, 4, 14, 14, 30)));
    }

    [Fact]
    public void Is_one_that_nobody_has() =>
        Assert.Equal(Amsterdam.At(2026, 4, 14, 14), After(Amsterdam.At(2026, 4, 13, 10), [Amsterdam.At(2026, 4, 14, 13), Amsterdam.At(2026, 4, 14, 13, 30)]));

    [Fact]
    public void Is_followed_by_the_others_that_are_free() =>
        Assert.Equal(
            [Amsterdam.At(2026, 4, 14, 13, 30), Amsterdam.At(2026, 4, 14, 14, 30), Amsterdam.At(2026, 4, 21, 13)],
            Tuesday.FreeSlots(Amsterdam.At(2026, 4, 14, 13), [Amsterdam.At(2026, 4, 14, 14)], Calendar).Take(3));

    [Fact]
    public void Does_not_overlap_with_one_that_was_planned_by_hand() =>
        Assert.Equal(Amsterdam.At(2026, 4, 14, 14), After(Amsterdam.At(2026, 4, 13, 10), [Amsterdam.At(2026, 4, 14, 13, 15)]));

    [Fact]
    public void Is_not_on_a_holiday_or_closing_day()
    {
        Assert.Equal(Amsterdam.At(2026, 5, 12, 13), After(Amsterdam.At(2026, 4, 30, 10)));   // Tuesday 5 May is Liberation Day
        Assert.Equal(Amsterdam.At(2026, 6, 23, 13), After(Amsterdam.At(2026, 6, 15, 10)));
    }

    [Fact]
    public void Keeps_its_time_on_the_clock_through_summer_time() =>
        Assert.Equal(new DateTimeOffset(2026, 3, 31, 11, 0, 0, TimeSpan.Zero), After(Amsterdam.At(2026, 3, 28, 10)));

    [Fact]
    public void Is_null_when_every_slot_of_half_a_year_is_taken()
    {
        var all = Enumerable.Range(0, 200).Select(day => new DateOnly(2026, 4, 14).AddDays(day)).SelectMany(Tuesday.SlotsOn).ToValueList();

        Assert.Null(After(Amsterdam.At(2026, 4, 13, 10), all));
    }

    [Fact]
    public void Has_four_slots_of_half_an_hour_in_two_hours_and_none_that_ends_too_late()
    {
        Assert.Equal(4, Tuesday.SlotsOn(new(2026, 4, 14)).Count());
        Assert.Equal(2, (Tuesday with { SlotMinutes = 45 }).SlotsOn(new(2026, 4, 14)).Count());
    }

    [Fact]
    public void Is_always_later_free_and_in_the_hour_on_a_working_day() =>
        Prop.ForAll(Gen.Choose(0, 5_000_000).ToArbitrary(), Gen.Choose(0, 7).ListOf().ToArbitrary(), (minute, takenSlots) =>
        {
            var moment = Amsterdam.At(2026, 1, 1, 0).AddMinutes(minute);
            var next = After(moment)!.Value;
            var taken = takenSlots.Select(slot => next.AddMinutes(30 * slot)).ToValueList();
            var free = After(moment, taken)!.Value;
            var local = AmsterdamTime.Of(free);
            return free > moment && !taken.Contains(free) && local.DayOfWeek == DayOfWeek.Tuesday && local.TimeOfDay >= TimeSpan.FromHours(13)
                && local.TimeOfDay <= TimeSpan.FromHours(14.5) && Calendar.IsWorkingDay(AmsterdamTime.DayOf(free)) && free >= next;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Belongs_to_an_hour_that_travels_through_json()
    {
        var json = JsonSerializer.Serialize(Tuesday, JsonSerializerOptions.Web);

        Assert.Equal("""{"day":"tuesday","from":"13:00:00","until":"15:00:00","slotMinutes":30}""", json);
        Assert.Equal(Tuesday, JsonSerializer.Deserialize<ConsultationHour>(json, JsonSerializerOptions.Web));
    }
}
