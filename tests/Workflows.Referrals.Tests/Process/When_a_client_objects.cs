using Workflows.Referrals.Commands;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process;

public sealed class When_a_client_objects
{
    static readonly RequestRight Objection = new(ClientRight.Objection);
    static readonly AnswerRequest Granted = new(ClientRight.Objection, true);
    static readonly AnswerRequest Refused = new(ClientRight.Objection, false, RequestGround.OverridingGrounds);

    public static TheoryData<ReferralStatus> EveryOpenStatus => [.. Enum.GetValues<ReferralStatus>().Where(status => !status.IsClosed && status is not ReferralStatus.Received)];

    [Theory, MemberData(nameof(EveryOpenStatus))]
    public void Everything_rests_until_the_answer_however_long_that_takes(ReferralStatus status)
    {
        var story = Story.In(status);
        story.Client(Objection);
        var sent = story.Sent.Count();
        story.Until(Amsterdam.At(2026, 12, 1, 12));

        Assert.Equal(ReferralStatus.OnHold, story.Referral.Status);
        Assert.All(story.Sent.Skip(sent), message => Assert.True(message.Message.Kind is MessageKind.RequestReminder or MessageKind.RequestOverdue or MessageKind.AcknowledgementReminder or MessageKind.AcknowledgementMissing, $"{message}"));
    }

    [Fact]
    public void The_worker_is_told_to_wait() =>
        Assert.Equal([Story.Monday], Story.In(ReferralStatus.InSupport).Client(Objection).Times(MessageKind.PausedByClient));

    [Fact]
    public void Nobody_does_anything_meanwhile_but_end_it_or_answer()
    {
        var story = Story.In(ReferralStatus.InSupport).Client(Objection);

        Assert.Equal(Refusals.Restricted, story.Anna(new Resume()).Refusal);
        Assert.Equal(Refusals.Restricted, story.Anna(new LogContact(ContactKind.Phone)).Refusal);
        Assert.Equal(Refusals.Restricted, story.Cora(new Assign("bram")).Refusal);
        Assert.Equal(ReferralStatus.Cancelled, story.Client(new WithdrawConsent()).Referral.Status);
    }

    [Fact]
    public void An_absent_worker_changes_nothing_meanwhile()
    {
        var story = Story.In(ReferralStatus.InSupport).Client(Objection);
        story.Deputies = [];

        Assert.Equal((ReferralStatus.OnHold, "anna"), (story.Delivery(new ReportWorkerUnavailable("anna")).Referral.Status, story.Referral.Worker));
    }

    [Theory, MemberData(nameof(EveryOpenStatus))]
    public void It_stops_for_good_when_the_objection_is_granted(ReferralStatus status)
    {
        var story = Story.In(status).Client(Objection).Cora(Granted);

        Assert.True(story.Referral.ConsentIsWithdrawn);
        Assert.Equal(ReferralStatus.Cancelled, story.Referral.Status);
    }

    [Theory, InlineData(ReferralStatus.Accepted), InlineData(ReferralStatus.HandoverPlanned), InlineData(ReferralStatus.InSupport), InlineData(ReferralStatus.AwaitingCoordinator)]
    public void It_goes_on_where_it_was_when_it_is_not(ReferralStatus status)
    {
        var story = Story.In(status).Client(Objection).After(TimeSpan.FromDays(1)).Cora(Refused);

        Assert.Equal(status, story.Referral.Status);
        Assert.Equal(story.Referral.Worker is null ? 0 : 1, story.Times(MessageKind.PauseIsOver).Count());
    }

    [Fact]
    public void A_pause_that_was_there_before_stays_when_it_is_not_granted()
    {
        var story = Story.In(ReferralStatus.OnHold).After(TimeSpan.FromDays(1)).Client(Objection).Cora(Refused);

        Assert.Equal((ReferralStatus.OnHold, new(2026, 6, 1)), (story.Referral.Status, story.Referral.Hold!.Until));
        Assert.NotNull(story.Next(DeadlineKind.Resumption));
    }

    [Fact]
    public void No_measurement_is_asked_for_meanwhile_after_the_end()
    {
        var story = Story.In(ReferralStatus.Completed).Client(Objection);
        Assert.Null(story.Next(DeadlineKind.Aftercare));

        Assert.NotNull(story.Cora(Refused).Next(DeadlineKind.Aftercare));
        Assert.Null(story.Client(Objection).Cora(Granted).Next(DeadlineKind.Aftercare));
    }
}
