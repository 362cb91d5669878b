using Workflows.Referrals.Commands;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process.Lifecycle;

/// <summary>Referrals in every status, and in the ways to be in it that lead elsewhere.</summary>
static class Situation
{
    static readonly PutOnHoldUntil Hold = new(HoldReason.Illness, new(2026, 6, 1));

    /// <summary>One referral in the status, with as little history as can be.</summary>
    public static Referral In(ReferralStatus status) => status is ReferralStatus.Received ? JustReceived() : Story.In(status).Referral;

    public static IEnumerable<Referral> All =>
    [
        .. Enum.GetValues<ReferralStatus>().Select(In),
        .. new[] { ReferralStatus.Offered, ReferralStatus.AwaitingCoordinator, ReferralStatus.Accepted, ReferralStatus.HandoverPlanned }.Select(status => Story.In(status).Cora(Hold).Referral),
        JustReceived().Handle(Happening.CommandArrived(new("c", new(Role.Coordinator, "cora"), Hold), Story.Monday.UtcDateTime)).Referral,
        Story.Received(Story.Monday, workers: ["anna"]).Referral,
        Story.Received(Story.Monday, duplicate: "r2").Referral,
        WithoutWorker(ReferralStatus.Accepted),
        WithoutWorker(ReferralStatus.InSupport),
        .. from status in Enum.GetValues<ReferralStatus>() from right in new[] { ClientRight.Erasure, ClientRight.Objection } select Asked(status, right),
        SoughtForWeeks().Referral,
        SoughtForWeeks().Anna(new PlanHandover(Story.Monday.AddDays(3), HandoverForm.AtHome)).Referral,
    ];

    static Referral JustReceived() =>
        Referral.Submit("r1", Story.Received(Story.Monday).Referral.Submission).Handle(Happening.Submitted(Story.Monday.UtcDateTime)).Referral;

    static Referral Asked(ReferralStatus status, ClientRight right) =>
        In(status).Handle(Happening.CommandArrived(new("asked", new(Role.Client, "r1"), new RequestRight(right)), Story.Monday.UtcDateTime)).Referral;

    static Referral WithoutWorker(ReferralStatus before)
    {
        var story = Story.In(before);
        story.Deputies = [];
        return story.Delivery(new ReportWorkerUnavailable("anna")).Referral;
    }

    static Story SoughtForWeeks() => Story.In(ReferralStatus.HandoverPlanned)
        .Anna(new RecordHandover(HandoverResult.NoShow)).Anna(new LogContact(ContactKind.Attempt)).Anna(new LogContact(ContactKind.Attempt));
}
