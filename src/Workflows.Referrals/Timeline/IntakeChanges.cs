using Workflows.Referrals.Pathways;

namespace Workflows.Referrals.Timeline;

/// <summary>What a referral starts with. Everything personal stands in the dossier.</summary>
/// <remarks>Only how much is shared changes later, when the client says so.</remarks>
/// <param name="Organisation">The welfare organisation asked.</param>
/// <param name="Practice">AGB code of the practice that refers.</param>
/// <param name="Pathway">The policy, whole: a running referral keeps the version that it started with.</param>
/// <param name="SharesContentWithReferrer">False when the client chose "share only that I came": the GP then gets codes and moments.</param>
/// <param name="PreferredHandover">How the referrer and the client would like worker and client to meet.</param>
public sealed record Submission(string Organisation, string Practice, Pathway Pathway, bool SharesContentWithReferrer, HandoverForm PreferredHandover);

/// <summary>The referral was stored; the referrer gets a receipt.</summary>
/// <param name="Submission">What it starts with.</param>
/// <param name="ProcessVersion">The version of the process that decides it.</param>
public sealed record Received(Submission Submission, int ProcessVersion) : Change;

/// <summary>The workers who fit were put in order.</summary>
/// <param name="Candidates">Best first.</param>
public sealed record CandidatesRanked(ValueList<RankedWorker> Candidates) : Change;

/// <summary>A worker who fits.</summary>
/// <param name="Worker">The worker's id in the directory.</param>
/// <param name="Because">Codes of why the worker stands at this place, without values.</param>
public sealed record RankedWorker(string Worker, ValueList<string> Because);
