using Workflows.Referrals.Commands;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Process;

/// <summary>Experiences that clients and workers share to be read beside the figures. They stand as long as the consent does.</summary>
static class Stories
{
    /// <summary>All of them must be forgotten in one turn, when consent is withdrawn.</summary>
    public const int Most = 20;

    public static Turn Share(Turn turn, ShareStory share) => turn.Event(new StoryShared(turn.IdOf("story"), share.Text));

    /// <summary>Approved twice, it stands once.</summary>
    public static Turn Approve(Turn turn, ApproveStory approve) =>
        Find(turn.Referral, approve.Story) is { IsApproved: true } ? turn : turn.Event(new StoryApproved(approve.Story));

    public static Turn Withdraw(Turn turn, WithdrawStory withdraw) => Withdraw(turn, Find(turn.Referral, withdraw.Story)!);

    public static Turn WithdrawAll(Turn turn) => turn.Referral.Stories.Aggregate(turn, Withdraw);

    public static StoryState? Find(Referral referral, string story) => referral.Stories.FirstOrDefault(standing => standing.Id == story);

    static Turn Withdraw(Turn turn, StoryState story) => turn.Event(new StoryWithdrawn(story.Id)).Forget(story.Text);
}
