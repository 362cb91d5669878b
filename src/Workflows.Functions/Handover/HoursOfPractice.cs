using Workflows.Functions.Directory;
using Workflows.Functions.Referrals;
using Workflows.Functions.Storage;
using Workflows.Referrals.Deadlines;

namespace Workflows.Functions.Handover;

/// <summary>The fixed hours of welfare workers in a practice, slot by slot: as the process gives them out, so does it read them here.</summary>
sealed class HoursOfPractice(DirectoryStore directory, ListStore lists)
{
    /// <param name="practice">The practice's AGB code.</param>
    /// <param name="from">The first day that is wanted.</param>
    /// <param name="weeks">How many weeks.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>One for each organisation that agreed on an hour with the practice.</returns>
    public async Task<IReadOnlyList<PracticeHours>> OfAsync(string practice, DateOnly from, int weeks, CancellationToken cancellation)
    {
        List<PracticeHours> hours = [];
        foreach (var organisation in (await directory.AllAsync(cancellation)).Organisations)
        {
            if (organisation.AgreementWith(practice)?.ConsultationHour is { } hour)
            {
                var meetings = await lists.KeysAsync(ReferralLists.Handovers(organisation.Id, practice), AmsterdamTime.At(from, TimeOnly.MinValue), cancellation).ToListAsync(cancellation);
                var calendar = new WorkCalendar(organisation.ClosingDays);
                hours.Add(new(organisation, hour, [.. hour.Slots.DaysFrom(from, weeks).Select(day => DayOf(day, calendar.NameOf(day), hour, meetings))]));
            }
        }

        return hours;
    }

    static HourDay DayOf(DateOnly day, string? off, PracticeHour hour, List<ListKey> meetings) =>
        new(day, off, off is not null ? [] : [.. hour.Slots.SlotsOn(day).Select(at => new HourSlot(at, at.AddMinutes(hour.SlotMinutes), meetings.Find(meeting => hour.Slots.Overlap(meeting.Moment, at))?.Id))]);
}

/// <summary>The hour of one organisation in a practice.</summary>
/// <param name="Organisation">Whose worker comes.</param>
/// <param name="Hour">What was agreed.</param>
/// <param name="Days">The days on which it falls, earliest first.</param>
sealed record PracticeHours(Organisation Organisation, PracticeHour Hour, IReadOnlyList<HourDay> Days);

/// <summary>A day on which the hour falls.</summary>
/// <param name="Day">The day.</param>
/// <param name="Off">The code (see <see cref="DayOff"/>) of why it is not held; null when it is.</param>
/// <param name="Slots">Its slots; none when it is not held.</param>
sealed record HourDay(DateOnly Day, string? Off, IReadOnlyList<HourSlot> Slots);

/// <summary>One talk's time.</summary>
/// <param name="At">Its beginning.</param>
/// <param name="Until">Its end.</param>
/// <param name="Referral">The id of the referral for which it is planned or proposed; null while it is free.</param>
sealed record HourSlot(DateTimeOffset At, DateTimeOffset Until, string? Referral);
