using Workflows.Referrals.Deadlines;

namespace Workflows.Referrals.Timeline;

/// <summary>The client asked for something to which the law gives a right. The organisation has a month to answer.</summary>
/// <param name="Right">For what.</param>
/// <param name="Note">Dossier section of the client's own words; null without any.</param>
public sealed record RightRequested(ClientRight Right, string? Note) : Change;

/// <summary>The coordinator was reminded that a request waits for an answer.</summary>
/// <param name="Right">Which request.</param>
/// <param name="Explanation">Why now.</param>
public sealed record RequestReminded(ClientRight Right, Explanation Explanation) : Change;

/// <summary>A request was not answered within the month that the law gives; the coordinator was told.</summary>
/// <param name="Right">Which request.</param>
/// <param name="Explanation">Why the time was over.</param>
public sealed record RequestOverdue(ClientRight Right, Explanation Explanation) : Change;

/// <summary>The organisation answered a request.</summary>
/// <param name="Right">Which request.</param>
/// <param name="IsGranted">Whether it does what was asked.</param>
/// <param name="Ground">On what ground it does not; null when it does.</param>
/// <param name="Note">Dossier section of an explanation for the client; null without one.</param>
public sealed record RequestAnswered(ClientRight Right, bool IsGranted, RequestGround? Ground, string? Note) : Change;

/// <summary>Something of what is known about the client was put right.</summary>
/// <param name="Details">Dossier section of what was put right.</param>
public sealed record DetailsCorrected(string Details) : Change;

/// <summary>The client changed how much the referrer hears.</summary>
/// <param name="SharesContent">False for "share only that I came".</param>
public sealed record SharingChanged(bool SharesContent) : Change;
