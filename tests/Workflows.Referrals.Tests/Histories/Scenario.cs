using Workflows.Referrals.Commands;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Tests.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Histories;

/// <summary>The lives that are recorded of the present version of the process, from the submission to the erasure.</summary>
static class Scenario
{
    static readonly DateTimeOffset Erased = Amsterdam.At(2031, 1, 1, 12);

    public static IReadOnlyDictionary<string, Func<Story>> All { get; } = new Dictionary<string, Func<Story>>
    {
        ["v2-accepted-and-completed"] = AcceptedAndCompleted,
        ["v2-nobody-answers-and-nobody-comes"] = NobodyAnswersAndNobodyComes,
        ["v2-paused-reassigned-and-reopened"] = PausedReassignedAndReopened,
        ["v2-consent-withdrawn-at-night"] = ConsentWithdrawnAtNight,
        ["v2-fall-prevention-by-phone"] = FallPreventionByPhone,
        ["v2-story-shared-and-taken-back"] = StorySharedAndTakenBack,
        ["v2-rights-asked-and-answered"] = RightsAskedAndAnswered,
        ["v2-planned-again-and-died"] = PlannedAgainAndDied,
        ["v2-duplicate-merged"] = () => Story.Received(Story.Monday, duplicate: "r2").Anna(new Accept()).Cora(new Merge("r2")).Until(Erased),
    };

    static Story AcceptedAndCompleted()
    {
        var story = Story.Received(Story.Monday, handover: HandoverForm.ConsultationHour);
        story.FreeSlot = Amsterdam.At(2026, 4, 21, 13);
        story.Until(Amsterdam.At(2026, 4, 14, 11)).Anna(new Accept())
            .Anna(new PlanHandover(Amsterdam.At(2026, 4, 21, 13), HandoverForm.ConsultationHour))
            .Until(Amsterdam.At(2026, 4, 21, 14)).Anna(new RecordHandover(HandoverResult.Held)).Anna(new SetGoal("text!1", 3))
            .Anna(new ChooseArrangement(Arrangement.Meeting, Accompanied: true))
            .Until(Amsterdam.At(2026, 5, 12, 15)).Anna(new RecordAttendance(true)).Anna(new LogContact(ContactKind.InPerson, "note!1"))
            .Until(Amsterdam.At(2026, 9, 1, 10)).Anna(new LogContact(ContactKind.Phone)).Anna(new RecordMeasurement("who-5", "answers!1"))
            .Until(Amsterdam.At(2026, 11, 3, 16)).Anna(new RecordOutcome(OutcomeKind.Completed, OutcomeReason.GoalReached, Arrangement.Meeting, "lines!1"));
        return story.Until(Amsterdam.At(2026, 11, 5, 9)).Delivery(new ReportFeedbackDelivered(story.Feedback.Last().Key, FeedbackChannel.Callback)).Until(Erased);
    }

    static Story NobodyAnswersAndNobodyComes() => Story.Received(Amsterdam.At(2026, 4, 17, 21), workers: ["anna", "bram", "carla", "dirk"])
        .Until(Amsterdam.At(2026, 5, 20, 10)).Cora(new Assign("anna"))
        .Anna(new PlanHandover(Amsterdam.At(2026, 5, 28, 10), HandoverForm.AtHome, "place!1"))
        .Until(Amsterdam.At(2026, 5, 28, 11)).Anna(new RecordHandover(HandoverResult.NoShow)).Anna(new LogContact(ContactKind.Attempt))
        .Until(Erased);

    static Story PausedReassignedAndReopened()
    {
        var story = Story.In(ReferralStatus.InSupport).Until(Amsterdam.At(2026, 5, 1, 10)).Anna(new PutOnHoldUntil(HoldReason.Illness, new(2026, 7, 4)))
            .Delivery(new ReportWorkerUnavailable("anna")).Until(Amsterdam.At(2026, 7, 10, 10)).By(Role.Worker, "bram", new GiveInterimFeedback("lines!1"))
            .Practice(new Cancel(CancelReason.HelpedElsewhere)).Until(Amsterdam.At(2027, 1, 10, 10)).By(Role.Worker, "bram", new RecordOutcome(OutcomeKind.Completed));
        story.Deputies = [];
        return story.Until(Amsterdam.At(2027, 1, 12, 10)).Cora(new Reopen(ReopenReason.ClientReturned)).Anna(new Accept())
            .Delivery(new ReportWorkerUnavailable("anna")).Until(Amsterdam.At(2027, 2, 1, 10)).Cora(new Reject(RejectReason.NoCapacity)).Until(Erased);
    }

    static Story ConsentWithdrawnAtNight() => Story.In(ReferralStatus.InSupport).Until(Amsterdam.At(2026, 6, 6, 22)).Client(new WithdrawConsent()).Anna(new LogContact(ContactKind.Phone)).Until(Erased);

    static Story StorySharedAndTakenBack()
    {
        var story = Story.In(ReferralStatus.InSupport).Anna(new ShareStory("text!1", true)).Client(new ShareStory("text!2", true)).Client(new ShareStory("text!3", false));
        return story.Cora(new ApproveStory(story.Referral.Stories[1].Id)).Anna(new WithdrawStory(story.Referral.Stories[0].Id)).Client(new WithdrawConsent()).Until(Erased);
    }

    static Story RightsAskedAndAnswered() => Story.In(ReferralStatus.InSupport).Client(new ChangeSharing(false)).Client(new RequestRight(ClientRight.Rectification, "note!1"))
        .Until(Amsterdam.At(2026, 5, 11, 10)).Anna(new CorrectDetails("details!1")).Cora(new AnswerRequest(ClientRight.Rectification, true))
        .Until(Amsterdam.At(2026, 6, 6, 22)).Client(new RequestRight(ClientRight.Objection)).Anna(new LogContact(ContactKind.Phone))
        .Until(Amsterdam.At(2026, 7, 20, 10)).Cora(new AnswerRequest(ClientRight.Objection, false, RequestGround.OverridingGrounds, "note!2"))
        .Until(Amsterdam.At(2026, 8, 7, 21)).Client(new RequestRight(ClientRight.Erasure)).Cora(new AnswerRequest(ClientRight.Erasure, true)).Until(Erased);

    static Story PlannedAgainAndDied() => Story.In(ReferralStatus.Accepted).Anna(new PlanHandover(Amsterdam.At(2026, 4, 16, 10), HandoverForm.AtHome, "place!1"))
        .Until(Amsterdam.At(2026, 4, 15, 21)).Anna(new PlanHandover(Amsterdam.At(2026, 4, 20, 10), HandoverForm.AtHome, "place!2"))
        .Until(Amsterdam.At(2026, 4, 20, 11)).Anna(new RecordHandover(HandoverResult.Held))
        .Until(Amsterdam.At(2026, 6, 1, 10)).Anna(new RecordOutcome(OutcomeKind.Completed, OutcomeReason.Deceased)).Until(Erased);

    static Story FallPreventionByPhone() => Story.Received(Story.Monday, pathway: ShippedPathways.FallPrevention, sharesContent: false)
        .Anna(new Decline(DeclineReason.OtherExpertise)).By(Role.Worker, "bram", new Accept())
        .By(Role.Worker, "bram", new PlanHandover(Amsterdam.At(2026, 4, 16, 10), HandoverForm.Phone)).Until(Amsterdam.At(2026, 4, 16, 10))
        .By(Role.Worker, "bram", new RecordHandover(HandoverResult.ByPhone)).Until(Amsterdam.At(2026, 9, 1, 10))
        .By(Role.Worker, "bram", new RecordOutcome(OutcomeKind.Completed, OutcomeReason.ContinuesIndependently, Arrangement.Exercise, "lines!1")).Until(Erased);
}
