using Workflows.Referrals.Process;
using Workflows.Referrals.Tests.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Timeline;

public sealed class A_status
{
    [Theory]
    [InlineData(ReferralStatus.Received, "requested")]
    [InlineData(ReferralStatus.Offered, "requested")]
    [InlineData(ReferralStatus.AwaitingCoordinator, "requested")]
    [InlineData(ReferralStatus.Accepted, "accepted")]
    [InlineData(ReferralStatus.HandoverPlanned, "accepted")]
    [InlineData(ReferralStatus.InSupport, "in-progress")]
    [InlineData(ReferralStatus.OnHold, "on-hold")]
    [InlineData(ReferralStatus.Completed, "completed")]
    [InlineData(ReferralStatus.NotStarted, "failed")]
    [InlineData(ReferralStatus.Rejected, "rejected")]
    [InlineData(ReferralStatus.Cancelled, "cancelled")]
    [InlineData(ReferralStatus.EnteredInError, "entered-in-error")]
    public void Has_one_task_status_of_gravity(ReferralStatus status, string task) => Assert.Equal(task, status.GravityTaskStatus);

    [Fact]
    public void Is_one_of_twelve_five_of_which_are_ends()
    {
        Assert.Equal(12, Enum.GetValues<ReferralStatus>().Length);
        Assert.Equal(
            [ReferralStatus.Completed, ReferralStatus.NotStarted, ReferralStatus.Rejected, ReferralStatus.Cancelled, ReferralStatus.EnteredInError],
            Enum.GetValues<ReferralStatus>().Where(status => status.IsClosed));
    }

    [Theory]
    [InlineData(ReferralStatus.Rejected, "needsCareFirst")]
    [InlineData(ReferralStatus.Cancelled, "withdrawnByReferrer")]
    [InlineData(ReferralStatus.OnHold, "illness")]
    [InlineData(ReferralStatus.NotStarted, "unreachable")]
    [InlineData(ReferralStatus.EnteredInError, "wrongPerson")]
    public void That_needs_a_reason_carries_a_coded_one(ReferralStatus status, string reason) => Assert.Equal(reason, Story.In(status).Referral.StatusReason);

    [Theory]
    [InlineData(ReferralStatus.Completed), InlineData(ReferralStatus.NotStarted), InlineData(ReferralStatus.Rejected)]
    [InlineData(ReferralStatus.Cancelled), InlineData(ReferralStatus.EnteredInError)]
    public void That_is_an_end_still_waits_for_the_erasure(ReferralStatus status) =>
        Assert.Contains(Story.In(status).Referral.OpenDeadlines, deadline => deadline.Kind is DeadlineKind.Retention);
}
