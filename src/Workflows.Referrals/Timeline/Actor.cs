using System.Text.Json.Serialization;

namespace Workflows.Referrals.Timeline;

/// <summary>In which capacity somebody acts on a referral.</summary>
[JsonConverter(typeof(EnumAsText<Role>))]
public enum Role
{
    /// <summary>GP, practice nurse or assistant: acts for a practice; the id is the practice's AGB code.</summary>
    Referrer,

    /// <summary>Welfare worker; the id is the worker's id in the directory.</summary>
    Worker,

    /// <summary>Coordinator of the organisation; the id is the coordinator's id in the directory.</summary>
    Coordinator,

    /// <summary>The person referred; the id is the referral's id, never a name.</summary>
    Client,

    /// <summary>Manages the directory and the keys; never sees a dossier.</summary>
    Administrator,

    /// <summary>Sees aggregates only, never a person.</summary>
    Funder,

    /// <summary>A system of a practice or organisation, known by its API key.</summary>
    System,

    /// <summary>The process itself: a deadline passed, or a delivery reported back.</summary>
    Process,
}

/// <summary>Who did something, and on whose behalf. Holds ids of the directory only, no personal data of a client.</summary>
/// <param name="Role">The capacity acted in.</param>
/// <param name="Id">Who, as an id in the directory.</param>
/// <param name="OnBehalfOf">The person replaced, for instance by a deputy; null when acting for oneself.</param>
public sealed record Actor(Role Role, string Id, string? OnBehalfOf = null)
{
    /// <summary>The referral's own process: deadlines and deliveries.</summary>
    public static Actor Process { get; } = new(Role.Process, "process");
}
