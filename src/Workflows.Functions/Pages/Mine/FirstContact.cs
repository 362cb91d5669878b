using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Mine;

/// <summary>By when somebody gets in touch with a client.</summary>
static class FirstContact
{
    /// <summary>The same moment at which the coordinator would be told that nobody was in touch; null once somebody was, and where nobody is going to.</summary>
    public static Deadline? Of(Referral referral)
    {
        if (referral is { Handover.IsContacted: true } or { Handover.At: not null } or { ConsentIsWithdrawn: true } or { Status: ReferralStatus.OnHold } || referral.Status.IsClosed)
        {
            return null;
        }

        var due = Due(referral.Pathway, referral.ReceivedAt);
        return new(DeadlineKind.FirstContact, due.At, referral.Worker, due.Explanation);
    }

    /// <summary>By when, for a referral that was received at that moment.</summary>
    public static Due Due(Pathway pathway, DateTimeOffset receivedAt) =>
        Calculation.Ends("handover.first-contact", pathway.VersionLabel, receivedAt, pathway.Handover.FirstContactWithin, pathway.Calendar);
}
