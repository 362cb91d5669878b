using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Process;

/// <summary>What it changed, asked again months and years after the start.</summary>
static class Aftercare
{
    public static Turn Ask(Turn turn, Explanation because) => turn
        .Event(new AftercareAsked(turn.Referral.Support!.Measurements + 1, because))
        .NotifyWorker(MessageKind.AftercareDue);

    public static IEnumerable<Deadline> Deadlines(Referral referral)
    {
        var terms = referral.Pathway.Aftercare.MeasureAfter;
        if (referral is { ConsentIsWithdrawn: false, Support: { } support } && support.Measurements < terms.Count)
        {
            yield return Deadline.Of(DeadlineKind.Aftercare, Calculation.RemindsAt(
                "aftercare.measure", referral.Pathway.VersionLabel, support.StartedAt, terms[support.Measurements], referral.Pathway.Calendar, who: referral.Worker));
        }
    }
}
