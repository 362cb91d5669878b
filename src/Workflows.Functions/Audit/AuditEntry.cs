using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Audit;

/// <summary>One line of the log that NEN 7513 asks for: who did what to whose data, when, and why they might. Ids and codes only, so that it outlives the person's data.</summary>
/// <param name="Event">What was done or wanted, one of <see cref="AuditEvents"/>.</param>
/// <param name="At">When, to the millisecond.</param>
/// <param name="Referral">Whose data: the referral's id, which says nothing once the dossier is erased; null when no single person is meant.</param>
/// <param name="Role">In which capacity.</param>
/// <param name="User">Who: an id in the directory; of a practice its AGB code.</param>
/// <param name="Account">Which account of a practice it was; null for everybody who has an id of their own.</param>
/// <param name="OnBehalfOf">For which worker a deputy acted; null otherwise.</param>
/// <param name="Ground">Why the caller might, one of <see cref="AuditGrounds"/>; null when it was refused.</param>
/// <param name="Refusal">Why the caller might not, as a code; null when it was done.</param>
sealed record AuditEntry(
    string Event, DateTimeOffset At, string? Referral, Role Role, string User, string? Account = null, string? OnBehalfOf = null, string? Ground = null, string? Refusal = null);
