using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Process;

/// <summary>A referral arrives: it is stored, and the referrer gets a receipt with a tracking link.</summary>
static class Intake
{
    public static Turn Receive(Turn turn) => turn
        .Event(new Received(turn.Referral.Submission, turn.Referral.ProcessVersion))
        .Answer(RecipientKind.Referrer, turn.Referral.Id, MessageKind.Receipt);
}
