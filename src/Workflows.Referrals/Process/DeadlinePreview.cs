using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Process;

/// <summary>What a version of a pathway means in days: the deadlines that it would give, before any referral follows it.</summary>
public static class DeadlinePreview
{
    /// <summary>The deadlines of a referral, phase by phase, each as if it were received and its phase began at that moment. They are derived as those of every referral are.</summary>
    /// <param name="pathway">The pathway, with the closing days of the organisation in it.</param>
    /// <param name="at">The moment.</param>
    /// <returns>In the order of a referral's life; of each phase the earliest deadline first.</returns>
    public static IReadOnlyList<PreviewedPhase> Of(Pathway pathway, DateTimeOffset at)
    {
        var received = Referral.Submit("preview", new("preview", "preview", pathway, SharesContentWithReferrer: true, HandoverForm.InPerson)) with { Sequence = 1, ReceivedAt = at, StatusSince = at };
        var supported = received with { Support = new(at, at) };
        return
        [
            Phase(received with { Status = ReferralStatus.Offered, Offer = OfferState.None with { Since = at } }),
            Phase(received with { Status = ReferralStatus.AwaitingCoordinator }),
            Phase(received with { Status = ReferralStatus.Accepted }),
            Phase(received with { Status = ReferralStatus.HandoverPlanned, Handover = HandoverState.None with { At = at, IsContacted = true } }),
            Phase([.. Later(supported with { Status = ReferralStatus.InSupport })]),
            Phase(supported with
            {
                Status = ReferralStatus.Completed,
                Support = supported.Support with { Measurements = pathway.Aftercare.MeasureAfter.Count },   // they stand under the support, from whose beginning they count
                Feedback = pathway.Feedback.Moments.Contains(FeedbackMoment.End) ? [new("preview", FeedbackMoment.End, at)] : [],
            }),
        ];
    }

    /// <summary>Of a support that lasts: its reminders by stages, its measurements, and what comes once.</summary>
    static IEnumerable<Referral> Later(Referral referral)
    {
        var (support, pathway) = (referral.Support!, referral.Pathway);
        var stages = Math.Max(pathway.Support.RemindAfter.Count, pathway.Aftercare.MeasureAfter.Count - 1);
        return Enumerable.Range(0, stages + 1).Select(stage => referral with
        {
            Support = support with { Reminders = Math.Min(stage, pathway.Support.RemindAfter.Count), Measurements = Math.Min(stage, pathway.Aftercare.MeasureAfter.Count - 1) },
        });
    }

    static PreviewedPhase Phase(params Referral[] moments) =>
        new(moments[0].Status, [.. moments.SelectMany(referral => referral.OpenDeadlines).Distinct().OrderBy(deadline => deadline.At).ThenBy(deadline => deadline.Kind)]);
}

/// <summary>A phase of a referral's life, and the deadlines that begin with it.</summary>
/// <param name="Status">The status that the phase has.</param>
/// <param name="Deadlines">Earliest first, each with its explanation.</param>
public sealed record PreviewedPhase(ReferralStatus Status, ValueList<Deadline> Deadlines);
