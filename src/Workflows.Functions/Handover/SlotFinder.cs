using Workflows.Functions.Directory;
using Workflows.Functions.Referrals;
using Workflows.Functions.Storage;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Handover;

/// <summary>Finds the free slots of a practice's consultation hour. A slot that was proposed or planned for an open referral is taken.</summary>
sealed class SlotFinder(DirectoryStore directory, ListStore lists)
{
    public async Task<Answer> NextFreeAsync(Question question, CancellationToken cancellation)
    {
        var free = await FreeAsync(question.Referral, question.Organisation, question.Practice, question.At, most: 1, cancellation);
        return new(question.Kind, [], Slot: free is [var slot] ? slot : null);
    }

    /// <summary>The next free slots for a referral, its own among them; none where the practice has no consultation hour.</summary>
    /// <param name="referral">The referral's id: what is proposed or planned for it is free for it.</param>
    /// <param name="organisation">The organisation asked.</param>
    /// <param name="practice">AGB code of the practice that refers.</param>
    /// <param name="after">The slots begin after this moment.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<DateTimeOffset>> FreeAsync(string referral, string organisation, string practice, DateTimeOffset after, int most, CancellationToken cancellation)
    {
        var entry = await directory.OrganisationAsync(organisation, cancellation);
        if (entry?.AgreementWith(practice)?.ConsultationHour is not { } hour)
        {
            return [];
        }

        // One that began a moment ago may still take the next slot's beginning.
        var since = after.AddMinutes(-hour.Slots.SlotMinutes);
        var taken = await lists.KeysAsync(ReferralLists.Handovers(organisation, practice), since, cancellation)
            .Where(handover => handover.Id != referral)
            .Select(handover => handover.Moment)
            .ToListAsync(cancellation);
        return [.. hour.Slots.FreeSlots(after, [.. taken], new WorkCalendar(entry.ClosingDays)).Take(most)];
    }
}
