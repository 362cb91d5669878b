using Workflows.Functions.Handover;
using Workflows.Functions.Problems;
using Workflows.Referrals.Deadlines;

namespace Workflows.Functions.Pages.ConsultationHours;

/// <summary>A consultation hour as the page shows it.</summary>
/// <param name="Organisation">The name of the organisation whose worker comes.</param>
/// <param name="Weekday">The day of the week, in the reader's language.</param>
/// <param name="From">When it begins.</param>
/// <param name="Until">When it ends.</param>
/// <param name="Location">The room.</param>
/// <param name="Days">Earliest first.</param>
public sealed record HourShown(string Organisation, string Weekday, TimeOnly From, TimeOnly Until, string Location, IReadOnlyList<HourDayShown> Days)
{
    internal static HourShown Of(PracticeHours hours, Language language) => new(
        hours.Organisation.Name,
        language.Culture.DateTimeFormat.GetDayName(hours.Hour.Weekday),
        hours.Hour.From,
        hours.Hour.Until,
        hours.Hour.Location,
        [.. hours.Days.Select(day => new HourDayShown(
            day.Day,
            day.Off is not { } off ? null : language == Language.English ? DayOff.InEnglish(off) : DayOff.InDutch(off),
            [.. day.Slots.Select(slot => new SlotShown(TimeOnly.FromDateTime(AmsterdamTime.Of(slot.At).DateTime), slot.Referral))]))]);
}

/// <summary>A day on which the hour falls.</summary>
/// <param name="Day">The day.</param>
/// <param name="Off">Why it is not held, in words; null when it is.</param>
/// <param name="Slots">None when it is not held.</param>
public sealed record HourDayShown(DateOnly Day, string? Off, IReadOnlyList<SlotShown> Slots);

/// <summary>One talk's time.</summary>
/// <param name="At">Its beginning, on the clock in Amsterdam.</param>
/// <param name="Referral">The id of the referral that has it; null while it is free.</param>
public sealed record SlotShown(TimeOnly At, string? Referral);
