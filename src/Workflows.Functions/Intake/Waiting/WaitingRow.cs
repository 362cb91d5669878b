using Azure;

namespace Workflows.Functions.Intake.Waiting;

/// <summary>A submission that waits, or waited, for a person. It says nothing about who it is about.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Referral">The id of the referral that it becomes, and until then of its dossier.</param>
/// <param name="Source">The form or selection that it came from.</param>
/// <param name="ReceivedAt">When.</param>
/// <param name="State">How far it came.</param>
/// <param name="Version">The version read.</param>
sealed record WaitingRow(WaitingPlace Place, string Referral, string Source, DateTimeOffset ReceivedAt, WaitingState State, ETag Version)
{
    /// <summary>From when it is erased, if nobody has decided.</summary>
    public DateTimeOffset ExpiresAt => ReceivedAt + Place.Lasts;
}

/// <summary>How far a waiting submission came.</summary>
enum WaitingState
{
    /// <summary>Nobody has decided.</summary>
    Waiting,

    /// <summary>Somebody makes it a referral; until that is finished it is still shown, and can be repeated.</summary>
    Taken,

    /// <summary>It is a referral.</summary>
    Finished,

    /// <summary>Somebody put it away: its dossier was erased.</summary>
    Discarded,

    /// <summary>Nobody decided in time: its dossier is being erased.</summary>
    Expiring,

    /// <summary>Nobody decided in time: its dossier was erased.</summary>
    Expired,
}
