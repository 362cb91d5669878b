using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Process;

/// <summary>A referral rests, with a reason and a date to go on.</summary>
static class Pause
{
    public static Turn Ends(Turn turn, Explanation because) => turn
        .Event(new Resumed(because))
        .If(turn.Referral.Worker is null, resumed => resumed.NotifyCoordinator(MessageKind.PauseIsOver))
        .NotifyWorker(MessageKind.PauseIsOver);

    public static IEnumerable<Deadline> Deadlines(Referral referral)
    {
        var hold = referral.Hold!;
        var days = Term.Days(hold.Until.DayNumber - AmsterdamTime.DayOf(hold.Since).DayNumber);
        yield return Deadline.Of(DeadlineKind.Resumption, Calculation.RemindsAt(
            "hold.resume", referral.Pathway.VersionLabel, hold.Since, days, referral.Pathway.Calendar, who: referral.Worker ?? "coordinator"));
    }
}
