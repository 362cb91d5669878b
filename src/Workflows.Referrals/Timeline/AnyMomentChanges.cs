using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Process;

namespace Workflows.Referrals.Timeline;

/// <summary>The referral was paused.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Until">The date to resume.</param>
public sealed record PutOnHold(HoldReason Reason, DateOnly Until) : Change;

/// <summary>The referral went on where it had been paused.</summary>
/// <param name="Explanation">Why by itself; null when somebody resumed it.</param>
public sealed record Resumed(Explanation? Explanation) : Change;

/// <summary>The client withdrew consent: everything to and about the client stops.</summary>
public sealed record ConsentWithdrawn : Change;

/// <summary>The referrer or client asked to cancel after a worker had accepted; the worker may still complete.</summary>
/// <param name="Reason">Why.</param>
public sealed record CancellationRequested(CancelReason Reason) : Change;

/// <summary>The referral was withdrawn.</summary>
/// <param name="Reason">Why.</param>
public sealed record Cancelled(CancelReason Reason) : Change;

/// <summary>The same request runs under another id, which goes on.</summary>
/// <param name="Referral">The other referral.</param>
public sealed record MergedInto(string Referral) : Change;

/// <summary>The organisation refused.</summary>
/// <param name="Reason">Why.</param>
public sealed record Rejected(RejectReason Reason) : Change;

/// <summary>A new cycle on the same id; the old outcome stays in the timeline.</summary>
/// <param name="Reason">Why.</param>
public sealed record Reopened(ReopenReason Reason) : Change;

/// <summary>It should never have been there: nothing of it counts.</summary>
/// <param name="Reason">Why.</param>
public sealed record MarkedEnteredInError(ErrorReason Reason) : Change;

/// <summary>The person's data became unreadable.</summary>
/// <param name="Explanation">Why now; null when a backup had brought them back.</param>
public sealed record Erased(Explanation? Explanation) : Change;

/// <summary>Worker or referrer wrote to the other.</summary>
/// <param name="Text">Dossier section of the text, which is kept for 30 days.</param>
public sealed record MessageWritten(string Text) : Change;

/// <summary>A message waits until the quiet hours are over.</summary>
/// <param name="Message">Which message to whom.</param>
/// <param name="Until">When it may leave.</param>
public sealed record MessageDeferred(Message Message, DateTimeOffset Until) : Change;

/// <summary>A message's quiet hours were over.</summary>
/// <param name="Message">Which message to whom.</param>
/// <param name="WasSent">False when it was no longer needed by then.</param>
public sealed record DeferredMessageDue(Message Message, bool WasSent) : Change;
