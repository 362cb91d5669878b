using Workflows.Referrals.Commands;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process;

public sealed class What_asks_for_the_coordinator
{
    [Theory]
    [InlineData(ReferralStatus.Offered)]
    [InlineData(ReferralStatus.Accepted)]
    [InlineData(ReferralStatus.InSupport)]
    [InlineData(ReferralStatus.OnHold)]
    [InlineData(ReferralStatus.Completed)]
    [InlineData(ReferralStatus.Rejected)]
    [InlineData(ReferralStatus.EnteredInError)]
    public void Is_nothing_while_it_goes_as_agreed(ReferralStatus status) => Assert.Empty(Concern.Of(Story.In(status).Referral));

    [Fact]
    public void Is_a_decision_since_nobody_took_it_until_somebody_has_it()
    {
        var story = Story.In(ReferralStatus.AwaitingCoordinator).Until(Story.Monday.AddDays(8));
        Assert.Equal([new Concern(ConcernKind.Decision, Story.Monday, "coordinator")], Concern.Of(story.Referral));

        Assert.Empty(Concern.Of(story.Cora(new Assign("bram")).Referral));
    }

    [Fact]
    public void Is_a_client_whom_nobody_has_spoken_to_in_time_until_somebody_has()
    {
        var story = Story.In(ReferralStatus.Accepted).Until(Amsterdam.At(2026, 4, 28, 16));
        Assert.Empty(Concern.Of(story.Referral));

        story.Until(Amsterdam.At(2026, 4, 28, 17));
        Assert.Equal([new Concern(ConcernKind.FirstContact, Story.Monday, "anna")], Concern.Of(story.Referral));

        Assert.Empty(Concern.Of(story.Anna(new LogContact(ContactKind.Phone)).Referral));
    }

    [Fact]
    public void Is_a_silence_since_the_last_contact_until_there_is_one()
    {
        var contact = Amsterdam.At(2026, 5, 4, 12);
        var story = Story.In(ReferralStatus.InSupport).Until(contact).Anna(new LogContact(ContactKind.InPerson)).Until(contact.AddMonths(4));
        Assert.Equal([new Concern(ConcernKind.Silence, contact, "anna")], Concern.Of(story.Referral));

        Assert.Empty(Concern.Of(story.Anna(new LogContact(ContactKind.Phone)).Referral));
    }

    [Fact]
    public void Is_feedback_that_reached_nobody_until_the_practice_knows()
    {
        var story = Story.In(ReferralStatus.InSupport);
        var feedback = story.Feedback.First().Key;
        story.After(TimeSpan.FromDays(3)).Delivery(new ReportFeedbackUndeliverable(feedback));
        Assert.Equal([new Concern(ConcernKind.FeedbackUndeliverable, Story.Monday, "coordinator")], Concern.Of(story.Referral));

        Assert.Empty(Concern.Of(story.Cora(new AcknowledgeFeedback(feedback)).Referral));
    }

    [Fact]
    public void Is_feedback_at_the_end_that_nobody_saw_after_a_reminder()
    {
        var story = Story.In(ReferralStatus.Completed).Until(Amsterdam.At(2026, 4, 28, 8));
        Assert.Empty(Concern.Of(story.Referral));

        story.Until(Amsterdam.At(2026, 4, 28, 9));
        Assert.Equal([new Concern(ConcernKind.FeedbackUnseen, Story.Monday, "coordinator")], Concern.Of(story.Referral));

        Assert.Empty(Concern.Of(story.Practice(new AcknowledgeFeedback(story.Feedback.Last().Key)).Referral));
    }

    [Fact]
    public void Is_what_the_client_asked_by_law_until_it_is_answered_also_when_everything_else_has_ended()
    {
        var story = Story.In(ReferralStatus.Accepted).Client(new RequestRight(ClientRight.Access)).After(TimeSpan.FromHours(1)).Client(new RequestRight(ClientRight.Rectification)).Client(new WithdrawConsent());
        Assert.Equal([new Concern(ConcernKind.Request, Story.Monday, "coordinator")], Concern.Of(story.Referral));

        story.Cora(new AnswerRequest(ClientRight.Access, IsGranted: true)).Cora(new AnswerRequest(ClientRight.Rectification, IsGranted: true));
        Assert.Empty(Concern.Of(story.Referral));
    }

    [Fact]
    public void Is_each_thing_once_and_what_has_stood_longest_first()
    {
        var story = Story.In(ReferralStatus.InSupport);
        story.Delivery(new ReportFeedbackUndeliverable(story.Feedback.Last().Key)).After(TimeSpan.FromHours(1)).Anna(new LogContact(ContactKind.Phone)).Until(Story.Monday.AddMonths(4));

        Assert.Equal([ConcernKind.FeedbackUndeliverable, ConcernKind.Silence], Concern.Of(story.Referral).Select(concern => concern.Kind));
    }

    [Fact]
    public void Is_nothing_any_more_once_it_is_reopened_or_the_client_wants_no_more()
    {
        var unseen = Story.In(ReferralStatus.Completed).Until(Story.Monday.AddMonths(1));
        Assert.NotEmpty(Concern.Of(unseen.Referral));

        Assert.Empty(Concern.Of(unseen.Cora(new Reopen(ReopenReason.ClientReturned)).Referral));
        Assert.Empty(Concern.Of(Story.In(ReferralStatus.Completed).Until(Story.Monday.AddMonths(1)).Client(new WithdrawConsent()).Referral));
    }
}
