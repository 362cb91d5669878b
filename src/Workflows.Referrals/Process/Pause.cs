using Workflows.Referrals.Commands;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Process;

/// <summary>A referral rests, with a reason and a date to go on.</summary>
static class Pause
{
    /// <summary>An offer that nobody answered yet is taken back: after the pause the search begins anew.</summary>
    public static Turn Begin(Turn turn, PutOnHoldUntil hold) => Offer.Withdraw(turn).Event(new PutOnHold(hold.Reason, hold.Until));

    public static Turn Ends(Turn turn, Explanation because) => turn
        .Event(new Resumed(because))
        .If(turn.Referral.Hold!.From is ReferralStatus.AwaitingCoordinator, resumed => resumed.NotifyCoordinator(MessageKind.PauseIsOver))
        .NotifyWorker(MessageKind.PauseIsOver);

    /// <summary>What an objection paused goes on when that is answered, and not by itself.</summary>
    public static Upcoming[] Deadlines(Referral referral)
    {
        if (Rights.IsRestricted(referral))
        {
            return [];
        }

        var hold = referral.Hold!;
        var days = Term.Days(hold.Until.DayNumber - AmsterdamTime.DayOf(hold.Since).DayNumber);
        return [Upcoming.RemindsAt(DeadlineKind.Resumption, "hold.resume", hold.Since, days, who: referral.Worker ?? "coordinator")];
    }
}
