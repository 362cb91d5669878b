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

    public static IEnumerable<Deadline> Deadlines(Referral referral)
    {
        var (support, rules, calendar, label) = (referral.Support!, referral.Pathway.Support, referral.Pathway.Calendar, referral.Pathway.VersionLabel);
        yield return Deadline.Of(DeadlineKind.SupportReminder, NextReminder(referral).Due);

        var silence = Deadline.Latest(support.LastContactAt, support.StuckSince, referral.ResumedAt);
        var term = support.StuckSince is null ? rules.StuckAfter : rules.ThenEvery;
        yield return Deadline.Of(DeadlineKind.Silence, Calculation.Ends("support.silence", label, silence, term, calendar, support.LastContactAt, referral.Worker));

        if (!support.ProgressIsGiven && referral.Pathway.Feedback.Moments.Contains(FeedbackMoment.Progress))
        {
            yield return Deadline.Of(DeadlineKind.ProgressFeedback, Calculation.RemindsAt("feedback.progress", label, support.StartedAt, referral.Pathway.Feedback.ProgressAfter, calendar, who: referral.Worker));
        }
    }

    /// <summary>The next stage that lies after the latest pause: stages that fell into a pause are not made up for.</summary>
    static (int Stage, Due Due) NextReminder(Referral referral)
    {
        for (var stage = referral.Support!.Reminders + 1; ; stage++)
        {
            var due = Reminder(referral, stage);
            if (referral.ResumedAt is not { } resumed || due.At > resumed)
            {
                return (stage, due);
            }
        }
    }

    static Due Reminder(Referral referral, int stage)
    {
        var (support, rules) = (referral.Support!, referral.Pathway.Support);
        var last = rules.RemindAfter.Count;
        var (from, term) = stage <= last
            ? (support.StartedAt, rules.RemindAfter[stage - 1])
            : (Reminder(referral, stage - 1).At, rules.ThenEvery);
        return Calculation.RemindsAt("support.remind", referral.Pathway.VersionLabel, from, term, referral.Pathway.Calendar, support.LastContactAt, referral.Worker);
    }
}
