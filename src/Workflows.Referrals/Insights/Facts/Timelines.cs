using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Insights.Facts;

/// <summary>From a timeline to what counts of it.</summary>
public static class Timelines
{
    /// <summary>The fact that a timeline tells of; null when it counts nowhere: a mistake, or a request that goes on under another id.</summary>
    /// <remarks>The same events and profile always give the same fact, so that every figure can be made again from the timelines.</remarks>
    /// <param name="referral">The referral's id.</param>
    /// <param name="events">Its events, in order, from the receipt on.</param>
    /// <param name="profile">What is known of the person.</param>
    /// <param name="before">Leaves out what took place from this moment on; null for everything.</param>
    public static Fact? FactOf(string referral, IEnumerable<ReferralEvent> events, Profile profile, DateTimeOffset? before = null)
    {
        Fact? fact = null;
        var (counts, consents) = (true, true);
        var scores = new ScoreSeries();
        foreach (var next in events.TakeWhile(next => before is null || next.At < before))
        {
            if (next.Change is Received { Submission: var submission })
            {
                fact = new(referral, submission.Organisation, submission.Practice, AmsterdamTime.DayOf(next.At), profile);
            }

            if (fact is null)
            {
                throw new ArgumentException("A timeline begins with the receipt.", nameof(events));
            }

            counts = next.Change switch { MarkedEnteredInError or MergedInto => false, Reopened => true, _ => counts };
            consents &= next.Change is not ConsentWithdrawn;
            scores.Add(next);
            fact = After(fact, next) with { Sequence = next.Sequence, At = next.At };
        }

        return !counts ? null : consents ? scores.In(fact) : fact;
    }

    static Fact After(Fact fact, ReferralEvent next) => next.Change switch
    {
        OfferAccepted accepted => fact with { IsAccepted = true, Worker = accepted.Worker },
        WorkerAssigned assigned => fact with { IsAccepted = true, Worker = assigned.Worker },
        ContactLogged { Kind: not ContactKind.Attempt } => Contacted(fact, next.At),
        SupportStarted started => Contacted(fact, next.At) with
        {
            Started = fact.Started ?? AmsterdamTime.DayOf(next.At),
            IsHandedOver = fact.IsHandedOver || !started.ByPhone,
        },
        AttendanceRecorded { Attended: true } => fact with { HasAttended = true },
        FeedbackDelivered => fact with { DaysToFeedback = fact.DaysToFeedback ?? DaysTo(fact, next.At) },
        OutcomeRecorded { Outcome: OutcomeKind.Completed } outcome => Ended(fact, Because(outcome)) with { IsCompleted = true, IsUnmet = outcome.Reason is OutcomeReason.NoSuitableOffer },
        OutcomeRecorded outcome => Ended(fact, Because(outcome)) with { IsUnmet = outcome.Reason is OutcomeReason.NoSuitableOffer },
        Rejected rejected => Ended(fact, Code.Of(rejected.Reason)) with { IsUnmet = rejected.Reason is RejectReason.NoCapacity },
        Cancelled cancelled => Ended(fact, Code.Of(cancelled.Reason)) with { IsUnmet = cancelled.Reason is CancelReason.WaitedTooLong },
        Reopened => fact with { IsCompleted = false, IsUnmet = false, NotStartedBecause = null, StoppedBecause = null },
        _ => fact,
    };

    static Fact Contacted(Fact fact, DateTimeOffset at) => fact with { DaysToFirstContact = fact.DaysToFirstContact ?? DaysTo(fact, at) };

    static int DaysTo(Fact fact, DateTimeOffset at) => AmsterdamTime.DayOf(at).DayNumber - fact.Received.DayNumber;

    static Fact Ended(Fact fact, string because) => fact.Started is null ? fact with { NotStartedBecause = because } : fact with { StoppedBecause = because };

    static string Because(OutcomeRecorded outcome) => outcome.Reason is { } reason ? Code.Of(reason) : "notStated";
}
