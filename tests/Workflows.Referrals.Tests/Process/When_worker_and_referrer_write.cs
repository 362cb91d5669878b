using Workflows.Referrals.Commands;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process;

public sealed class When_worker_and_referrer_write
{
    static readonly WriteMessage Words = new("message!1");

    [Fact]
    public void The_referrer_is_told_that_the_worker_wrote()
    {
        var story = Story.In(ReferralStatus.InSupport).Anna(Words);

        Assert.Equal(new(Words.Text), story.Last<MessageWritten>());
        Assert.Equal(new(new(RecipientKind.Referrer, "r1"), MessageKind.MessageWaiting), story.Sent.Last().Message);
    }

    [Fact]
    public void The_worker_is_told_that_the_referrer_wrote() =>
        Assert.Equal(new(new(RecipientKind.Worker, "anna"), MessageKind.MessageWaiting), Story.In(ReferralStatus.InSupport).Practice(Words).Sent.Last().Message);

    [Fact]
    public void The_coordinator_is_told_when_nobody_has_the_referral_yet() =>
        Assert.Equal(new(new(RecipientKind.Coordinator, "welzijn-zuid"), MessageKind.MessageWaiting), Story.In(ReferralStatus.Offered).Practice(Words).Sent.Last().Message);

    [Fact]
    public void The_notice_waits_for_the_morning()
    {
        var story = Story.In(ReferralStatus.InSupport).Until(Amsterdam.At(2026, 4, 15, 21)).Anna(Words).Anna(Words);

        Assert.Empty(story.Times(MessageKind.MessageWaiting));
        Assert.Equal([Amsterdam.At(2026, 4, 16, 9)], story.Until(Amsterdam.At(2026, 4, 17, 9)).Times(MessageKind.MessageWaiting));
    }

    [Fact]
    public void Nobody_is_told_any_more_once_the_client_has_withdrawn_consent()
    {
        var story = Story.In(ReferralStatus.InSupport).Until(Amsterdam.At(2026, 4, 15, 21)).Anna(Words).Client(new WithdrawConsent());

        Assert.Empty(story.Until(Amsterdam.At(2026, 4, 17, 9)).Times(MessageKind.MessageWaiting));
        Assert.Equal(Refusals.ConsentIsWithdrawn, story.Anna(Words).Refusal);
    }

    [Fact]
    public void The_worker_writes_no_content_to_a_referrer_with_whom_the_client_shares_none()
    {
        var story = Story.In(ReferralStatus.InSupport, sharesContent: false);

        Assert.Equal(Refusals.ContentIsNotShared, story.Anna(Words).Refusal);
        Assert.Null(story.Practice(Words).Refusal);
    }

    [Fact]
    public void Another_worker_does_not_write() =>
        Assert.Equal(Refusals.NotYourReferral, Story.In(ReferralStatus.InSupport).By(Role.Worker, "bram", Words).Refusal);
}
