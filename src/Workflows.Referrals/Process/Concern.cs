using System.Text.Json.Serialization;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Process;

/// <summary>Something about a referral that a coordinator was told of and that still stands.</summary>
/// <param name="Kind">What.</param>
/// <param name="Since">Since when it has been so: the beginning of the waiting or the silence, not the moment at which somebody was told.</param>
/// <param name="Who">Who must act: a worker's id, or <c>coordinator</c>.</param>
public sealed record Concern(ConcernKind Kind, DateTimeOffset Since, string Who)
{
    const string Coordinator = "coordinator";

    /// <summary>All that asks for a coordinator now, longest first. Derived from the state, as deadlines are: what is no longer so is gone.</summary>
    /// <param name="referral">The referral as it stands.</param>
    public static ValueList<Concern> Of(Referral referral)
    {
        ArgumentNullException.ThrowIfNull(referral);
        return referral.IsErased ? []
            : referral.ConsentIsWithdrawn || referral.Status is ReferralStatus.EnteredInError ? [.. Request(referral)]
            : [.. Request(referral).Concat(Phase(referral)).Concat(Feedback(referral)).OrderBy(one => one.Since)];
    }

    /// <summary>What the law gives outlives every end but the erasure.</summary>
    static IEnumerable<Concern> Request(Referral referral) => referral.Requests.Take(1).Select(longest => new Concern(ConcernKind.Request, longest.AskedAt, Coordinator));

    static IEnumerable<Concern> Phase(Referral referral) => referral switch
    {
        { Status: ReferralStatus.AwaitingCoordinator } => [new(ConcernKind.Decision, referral.StatusSince, Coordinator)],
        { Status: ReferralStatus.Accepted or ReferralStatus.HandoverPlanned, Handover: { FirstContactIsOverdue: true, IsContacted: false }, Worker: { } worker } =>
            [new(ConcernKind.FirstContact, referral.ReceivedAt, worker)],
        { Status: ReferralStatus.InSupport, Support: { StuckSince: not null } support, Worker: { } worker } => [new(ConcernKind.Silence, support.LastContactAt, worker)],
        _ => [],
    };

    /// <summary>One that did not arrive is not also one that nobody saw.</summary>
    static IEnumerable<Concern> Feedback(Referral referral)
    {
        var unseen = referral.Feedback.Where(given => given is { IsAcknowledged: false, IsPast: false }).ToList();
        return unseen.FirstOrDefault(given => given is { IsUndeliverable: true, IsDelivered: false }) is { } lost ? [new(ConcernKind.FeedbackUndeliverable, lost.GivenAt, Coordinator)]
            : unseen.FirstOrDefault(given => given.IsMissing) is { } missing ? [new(ConcernKind.FeedbackUnseen, missing.GivenAt, Coordinator)]
            : [];
    }
}

/// <summary>What asks for a coordinator.</summary>
[JsonConverter(typeof(EnumAsText<ConcernKind>))]
public enum ConcernKind
{
    /// <summary>Nobody took it, or a rule stopped it: it goes no further without a decision.</summary>
    Decision,

    /// <summary>The client asked what the law gives, and waits for an answer.</summary>
    Request,

    /// <summary>The client has not been spoken to in time.</summary>
    FirstContact,

    /// <summary>Nothing was heard of worker and client for long.</summary>
    Silence,

    /// <summary>Feedback reached the practice by no channel.</summary>
    FeedbackUndeliverable,

    /// <summary>The practice did not acknowledge the feedback, also after a reminder.</summary>
    FeedbackUnseen,
}
