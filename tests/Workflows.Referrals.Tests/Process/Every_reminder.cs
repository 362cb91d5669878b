using Workflows.Referrals.Commands;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process;

public sealed class Every_reminder
{
    public static TheoryData<DeadlineKind, ReferralStatus, Role, ReferralCommand> WhatEndsIt => new()
    {
        { DeadlineKind.OfferReminder, ReferralStatus.Offered, Role.Worker, new Accept() },
        { DeadlineKind.OfferReminder, ReferralStatus.Offered, Role.Worker, new Waitlist(new(2026, 6, 1)) },
        { DeadlineKind.CoordinatorReminder, ReferralStatus.AwaitingCoordinator, Role.Coordinator, new Assign("anna") },
        { DeadlineKind.CoordinatorReminder, ReferralStatus.AwaitingCoordinator, Role.Coordinator, new Reject(RejectReason.NoCapacity) },
        { DeadlineKind.HandoverPlanning, ReferralStatus.Accepted, Role.Worker, new PlanHandover(Story.Monday.AddDays(1), HandoverForm.Phone) },
        { DeadlineKind.HandoverRecording, ReferralStatus.HandoverPlanned, Role.Worker, new RecordHandover(HandoverResult.Held) },
        { DeadlineKind.SupportReminder, ReferralStatus.InSupport, Role.Worker, new RecordOutcome(OutcomeKind.Completed) },
        { DeadlineKind.SupportReminder, ReferralStatus.InSupport, Role.Worker, new PutOnHoldUntil(HoldReason.Illness, new(2026, 6, 1)) },
        { DeadlineKind.SupportReminder, ReferralStatus.InSupport, Role.Client, new WithdrawConsent() },
        { DeadlineKind.AcknowledgementReminder, ReferralStatus.Completed, Role.Referrer, new AcknowledgeFeedback("r1.10.feedback-end") },
        { DeadlineKind.Aftercare, ReferralStatus.Completed, Role.Client, new WithdrawConsent() },
    };

    [Theory, MemberData(nameof(WhatEndsIt))]
    public void Stops_the_moment_it_is_no_longer_needed(DeadlineKind reminder, ReferralStatus status, Role by, ReferralCommand command)
    {
        var story = Story.In(status);
        Assert.NotNull(story.Next(reminder));

        story.By(by, by is Role.Worker ? "anna" : "somebody", command);

        Assert.Null(story.Refusal);
        Assert.Null(story.Next(reminder));
    }
}
