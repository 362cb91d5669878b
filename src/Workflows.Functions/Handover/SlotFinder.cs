using Workflows.Functions.Directory;
using Workflows.Functions.Referrals;
using Workflows.Functions.Storage;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Handover;

/// <summary>Finds the next free slot of a practice's consultation hour. A slot that was proposed or planned for an open referral is taken.</summary>
sealed class SlotFinder(DirectoryStore directory, ListStore lists)
{
    public async Task<Answer> NextFreeAsync(Question question, CancellationToken cancellation)
    {
        var organisation = await directory.OrganisationAsync(question.Organisation, cancellation);
        if (organisation?.AgreementWith(question.Practice)?.ConsultationHour is not { } hour)
        {
            return new(question.Kind, []);
        }

        // One that began a moment ago may still take the next slot's beginning.
        var since = question.At.AddMinutes(-hour.Slots.SlotMinutes);
        var taken = await lists.KeysAsync(ReferralLists.Handovers(question.Organisation, question.Practice), since, cancellation)
            .Where(handover => handover.Id != question.Referral)
            .Select(handover => handover.Moment)
            .ToListAsync(cancellation);
        var slot = hour.Slots.NextFreeSlot(question.At, [.. taken], new WorkCalendar(organisation.ClosingDays));
        return new(question.Kind, [], Slot: slot);
    }
}
