using FsCheck;
using FsCheck.Fluent;
using Workflows.Referrals.Deadlines;

namespace Workflows.Referrals.Tests.Deadlines;

public sealed class For_all_deadlines
{
    static readonly WorkCalendar Calendar = new([new(2026, 5, 15), new(2027, 5, 7)]);

    /// <summary>Moments from 2020 to 2060, to the minute.</summary>
    static readonly Gen<DateTimeOffset> Moments =
        from minute in Gen.Choose(0, 41 * 365 * 24 * 60)
        select new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute);

    static readonly Gen<Term> Terms = Gen.OneOf(
        Gen.Choose(1, 60).Select(Term.WorkingDays),
        Gen.Choose(1, 400).Select(Term.Days),
        Gen.Choose(1, 60).Select(Term.Weeks),
        Gen.Choose(1, 36).Select(Term.Months),
        Gen.Choose(1, 5).Select(Term.Years));

    static Due Ends(DateTimeOffset from, Term term) => Calculation.Ends("rule", "default/1", from, term, Calendar);

    static void Holds(Func<DateTimeOffset, Term, bool> rule) =>
        Prop.ForAll(Moments.ToArbitrary(), Terms.ToArbitrary(), rule).QuickCheckThrowOnFailure();

    [Fact]
    public void A_deadline_ends_at_17_00_local_on_a_working_day_after_it_began() => Holds((from, term) =>
        Ends(from, term).At is var at
            && Calendar.IsWorkingDay(AmsterdamTime.DayOf(at))
            && AmsterdamTime.Of(at).TimeOfDay == TimeSpan.FromHours(17)
            && AmsterdamTime.DayOf(at) > AmsterdamTime.DayOf(from));

    [Fact]
    public void A_reminder_leaves_at_09_00_on_the_day_on_which_the_deadline_would_end() => Holds((from, term) =>
        Calculation.RemindsAt("rule", "default/1", from, term, Calendar).At is var at
            && AmsterdamTime.Of(at).TimeOfDay == TimeSpan.FromHours(9)
            && AmsterdamTime.DayOf(at) == AmsterdamTime.DayOf(Ends(from, term).At));

    [Fact]
    public void A_later_start_never_ends_earlier() =>
        Prop.ForAll(Moments.ToArbitrary(), Terms.ToArbitrary(), Gen.Choose(0, 100_000).ToArbitrary(), (from, term, minutes) =>
            Ends(from, term).At <= Ends(from.AddMinutes(minutes), term).At).QuickCheckThrowOnFailure();

    [Fact]
    public void A_longer_term_never_ends_earlier() =>
        Prop.ForAll(Moments.ToArbitrary(), Gen.Choose(1, 100).ToArbitrary(), (from, count) =>
            Ends(from, Term.WorkingDays(count)).At < Ends(from, Term.WorkingDays(count + 1)).At
                && Ends(from, Term.Months(count)).At < Ends(from, Term.Months(count + 1)).At).QuickCheckThrowOnFailure();

    [Fact]
    public void Working_days_in_two_steps_are_working_days_in_one() =>
        Prop.ForAll(Moments.ToArbitrary(), Gen.Choose(1, 60).Two().ToArbitrary(), (from, steps) =>
            AmsterdamTime.DayOf(from) is var day
                && Calendar.AddWorkingDays(Calendar.AddWorkingDays(day, steps.Item1), steps.Item2) == Calendar.AddWorkingDays(day, steps.Item1 + steps.Item2)).QuickCheckThrowOnFailure();

    [Fact]
    public void What_was_skipped_and_what_was_counted_is_every_day_on_the_way() =>
        Prop.ForAll(Moments.ToArbitrary(), Gen.Choose(1, 60).ToArbitrary(), (from, count) =>
            Ends(from, Term.WorkingDays(count)) is var due
                && due.Explanation.Skipped.Count + count == AmsterdamTime.DayOf(due.At).DayNumber - AmsterdamTime.DayOf(from).DayNumber
                && due.Explanation.Skipped.All(skipped => Calendar.NameOf(skipped.Day) == skipped.Name)).QuickCheckThrowOnFailure();

    [Fact]
    public void The_text_of_a_term_is_read_back_as_the_same_term() =>
        Prop.ForAll(Terms.ToArbitrary(), term => Term.Parse(term.ToString()) == term).QuickCheckThrowOnFailure();

    [Fact]
    public void No_message_leaves_in_quiet_hours_or_before_it_is_ready() =>
        Prop.ForAll(Moments.ToArbitrary(), ready =>
            AmsterdamTime.Of(QuietHours.NextAllowed(ready, Calendar)) is var at
                && at >= ready
                && at.Hour is >= 8 and < 20
                && Calendar.IsWorkingDay(AmsterdamTime.DayOf(at))
                && QuietHours.NextAllowed(at, Calendar) == at).QuickCheckThrowOnFailure();
}
