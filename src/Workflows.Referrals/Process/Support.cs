using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Process;

/// <summary>The worker and the client are under way: reminders by stages, and someone notices when it falls silent.</summary>
static class Support
{
    public static Turn Remind(Turn turn, Explanation because)
    {
        var (stage, _) = NextReminder(turn.Referral);
        return turn.Remind(new WorkerReminded(stage, because), new(RecipientKind.Worker, turn.Referral.Worker!), MessageKind.SupportReminder);
    }

    public static Turn IsStuck(Turn turn, Explanation because) => turn.Event(new FoundStuck(because)).NotifyCoordinator(MessageKind.Stuck);

    public static Upcoming[] Deadlines(Referral referral)
    {
        var (support, rules, feedback) = (referral.Support!, referral.Pathway.Support, referral.Pathway.Feedback);
        var reminder = NextReminder(referral).Due;
        var silence = Upcoming.Ends(
            DeadlineKind.Silence, "support.silence", Upcoming.Latest(support.LastContactAt, support.StuckSince, referral.ResumedAt),
            support.StuckSince is null ? rules.StuckAfter : rules.ThenEvery, support.LastContactAt, referral.Worker);

        Upcoming[] progress = support.ProgressIsGiven || !feedback.Moments.Contains(FeedbackMoment.Progress)
            ? []
            : [Upcoming.RemindsAt(DeadlineKind.ProgressFeedback, "feedback.progress", support.StartedAt, feedback.ProgressAfter, who: referral.Worker)];
        return [reminder, silence, .. progress, .. Aftercare.Deadlines(referral)];
    }

    /// <summary>The next stage that lies after the latest pause: stages that fell into a pause are not made up for.</summary>
    static (int Stage, Upcoming Due) NextReminder(Referral referral)
    {
        var (support, rules, calendar) = (referral.Support!, referral.Pathway.Support, referral.Pathway.Calendar);
        var stages = rules.RemindAfter.Count;
        var from = support.StartedAt;
        for (var stage = Math.Min(support.Reminders + 1, stages); ; stage++)
        {
            var term = stage <= stages ? rules.RemindAfter[stage - 1] : rules.ThenEvery;
            var due = Calculation.At(Calculation.StartOfDay, from, term, calendar);
            if (stage > support.Reminders && !(due <= referral.ResumedAt))
            {
                return (stage, Upcoming.RemindsAt(DeadlineKind.SupportReminder, "support.remind", from, term, support.LastContactAt, referral.Worker));
            }

            from = stage < stages ? from : due;   // from the last stage on, each reminder counts from the one before
        }
    }
}
