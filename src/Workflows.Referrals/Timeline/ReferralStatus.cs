using System.Text.Json.Serialization;

namespace Workflows.Referrals.Timeline;

/// <summary>Where a referral stands. The one canonical status: every other standard's status is derived from it by a table.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReferralStatus>))]
public enum ReferralStatus
{
    /// <summary>Stored, receipt confirmed to the referrer; the candidates are being ranked.</summary>
    Received,

    /// <summary>A named worker has been asked.</summary>
    Offered,

    /// <summary>Nobody accepted, or a rule stopped it: a human must act.</summary>
    AwaitingCoordinator,

    /// <summary>A worker took it; the warm handover has to be planned.</summary>
    Accepted,

    /// <summary>Date, place and form of the warm handover are agreed.</summary>
    HandoverPlanned,

    /// <summary>The handover took place; the worker and the client are under way.</summary>
    InSupport,

    /// <summary>Paused with a reason and a date to resume.</summary>
    OnHold,

    /// <summary>Closed: an outcome was recorded.</summary>
    Completed,

    /// <summary>Closed: accepted, but it never got under way.</summary>
    NotStarted,

    /// <summary>Closed: the organisation refused, with a reason.</summary>
    Rejected,

    /// <summary>Closed: withdrawn by the referrer or the client, or consent was withdrawn.</summary>
    Cancelled,

    /// <summary>Closed: a mistake; nothing of it counts anywhere.</summary>
    EnteredInError,
}

/// <summary>What follows from a status.</summary>
public static class ReferralStatusExtensions
{
    extension(ReferralStatus status)
    {
        /// <summary>Whether the referral has ended. Its orchestration lives on: acknowledgement, reopening, aftercare and retention come later.</summary>
        public bool IsClosed => status is ReferralStatus.Completed or ReferralStatus.NotStarted or ReferralStatus.Rejected
            or ReferralStatus.Cancelled or ReferralStatus.EnteredInError;

        /// <summary>The status of the FHIR Task in the Gravity SDOH Clinical Care implementation guide that stands for this one.</summary>
        public string GravityTaskStatus => status switch
        {
            ReferralStatus.Received or ReferralStatus.Offered or ReferralStatus.AwaitingCoordinator => "requested",
            ReferralStatus.Accepted or ReferralStatus.HandoverPlanned => "accepted",
            ReferralStatus.InSupport => "in-progress",
            ReferralStatus.OnHold => "on-hold",
            ReferralStatus.Completed => "completed",
            ReferralStatus.NotStarted => "failed",
            ReferralStatus.Rejected => "rejected",
            ReferralStatus.Cancelled => "cancelled",
            ReferralStatus.EnteredInError => "entered-in-error",
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a referral status."),
        };
    }
}
