using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Referrals;

/// <summary>By when somebody has to do something. The process's own deadlines begin anew with each reminder; a limit stays where it was until it is done, so that lateness can be seen.</summary>
static class Limits
{
    /// <summary>Whether somebody has to act before that moment; before the others nobody needs to.</summary>
    public static bool IsOne(DeadlineKind kind) => kind is
        DeadlineKind.OfferResponse or DeadlineKind.HandoverPlanning or DeadlineKind.HandoverRecording or DeadlineKind.FirstContact or DeadlineKind.Outreach or DeadlineKind.RequestOverdue;

    /// <summary>All of a referral, also those that have passed, earliest first.</summary>
    public static IEnumerable<Deadline> Of(Referral referral)
    {
        var neverReminded = referral with
        {
            Handover = referral.Handover with { RemindedAt = null, FirstContactIsOverdue = false },
            Requests = [.. referral.Requests.Select(open => open with { IsOverdue = false })],
        };
        return neverReminded.OpenDeadlines.Where(deadline => IsOne(deadline.Kind));
    }
}
