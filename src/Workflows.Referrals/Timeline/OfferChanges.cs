using Workflows.Referrals.Deadlines;

namespace Workflows.Referrals.Timeline;

/// <summary>A worker was asked.</summary>
/// <param name="Worker">Who.</param>
public sealed record OfferMade(string Worker) : Change;

/// <summary>The worker asked was reminded, once.</summary>
/// <param name="Worker">Who.</param>
/// <param name="Explanation">Why now.</param>
public sealed record OfferReminded(string Worker, Explanation Explanation) : Change;

/// <summary>The worker asked declined.</summary>
/// <param name="Worker">Who.</param>
/// <param name="Reason">Why.</param>
/// <param name="Note">Dossier section of a note; null without one.</param>
public sealed record OfferDeclined(string Worker, DeclineReason Reason, string? Note) : Change;

/// <summary>The worker asked did not answer in time.</summary>
/// <param name="Worker">Who.</param>
/// <param name="Explanation">Why the time was over.</param>
public sealed record OfferLapsed(string Worker, Explanation Explanation) : Change;

/// <summary>The offer was taken back before an answer came, because the referral went another way.</summary>
/// <param name="Worker">Who had been asked.</param>
public sealed record OfferWithdrawn(string Worker) : Change;

/// <summary>A human must act.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Rule">The rule of the target group that fired; null otherwise.</param>
/// <param name="Until">Until when a worker's waiting list lasts; null otherwise.</param>
/// <param name="Note">Dossier section of a worker's note; null without one.</param>
/// <param name="DuplicateOf">The referral that seems to be about the same client; null otherwise.</param>
public sealed record CoordinatorNeeded(
    CoordinatorReason Reason, string? Rule = null, DateOnly? Until = null, string? Note = null, string? DuplicateOf = null) : Change;

/// <summary>The coordinator was reminded that a human must act.</summary>
/// <param name="Explanation">Why now.</param>
public sealed record CoordinatorReminded(Explanation Explanation) : Change;

/// <summary>The referrer was told that the referral waits, and may cancel it.</summary>
/// <param name="Explanation">Why now.</param>
public sealed record ReferrerToldOfWaiting(Explanation Explanation) : Change;

/// <summary>The worker asked took the referral.</summary>
/// <param name="Worker">Who.</param>
public sealed record OfferAccepted(string Worker) : Change;

/// <summary>The referral was given to a worker without asking first.</summary>
/// <param name="Worker">Who has it now.</param>
/// <param name="InsteadOf">Who had it until now; null when nobody had.</param>
public sealed record WorkerAssigned(string Worker, string? InsteadOf) : Change;

/// <summary>The worker who has it is absent or gone: someone is looked for who takes over.</summary>
/// <param name="Worker">Who is absent or gone.</param>
public sealed record TakeOverSought(string Worker) : Change;

/// <summary>The worker of a closed referral is gone and nobody took over: what is still to be asked goes to the coordinator.</summary>
/// <param name="Worker">Who is gone.</param>
public sealed record WorkerLeft(string Worker) : Change;
