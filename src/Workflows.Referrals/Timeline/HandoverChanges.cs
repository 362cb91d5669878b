using Workflows.Referrals.Deadlines;

namespace Workflows.Referrals.Timeline;

/// <summary>The next free slot of the practice's consultation hour was proposed.</summary>
/// <param name="At">Its beginning; null when the practice has no consultation hour, or none free.</param>
public sealed record SlotProposed(DateTimeOffset? At) : Change;

/// <summary>Date, form and place were agreed.</summary>
/// <param name="At">The beginning.</param>
/// <param name="Form">How they meet.</param>
/// <param name="Place">Dossier section that names the place; null when the form says enough.</param>
public sealed record HandoverPlanned(DateTimeOffset At, HandoverForm Form, string? Place) : Change;

/// <summary>The worker was reminded to plan the handover, or to record how it went.</summary>
/// <param name="Explanation">Why now.</param>
public sealed record HandoverReminded(Explanation Explanation) : Change;

/// <summary>The client was not met within the time that the pathway allows since receipt.</summary>
/// <param name="Explanation">Why now.</param>
public sealed record FirstContactOverdue(Explanation Explanation) : Change;

/// <summary>The planned handover will be at another time.</summary>
public sealed record HandoverMoved : Change;

/// <summary>The client did not come; the worker reaches out.</summary>
public sealed record HandoverMissed : Change;

/// <summary>An outreach led to no new date in time; it counts as an attempt.</summary>
/// <param name="Explanation">Why now.</param>
public sealed record OutreachLapsed(Explanation Explanation) : Change;

/// <summary>Worker and client met: support has started.</summary>
/// <param name="ByPhone">Whether the meeting was replaced by a telephone call.</param>
public sealed record SupportStarted(bool ByPhone) : Change;
