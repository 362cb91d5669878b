using System.Text.Json.Serialization;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Process;

/// <summary>What only the tables can answer. The answer holds ids and codes, never values from a dossier.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="Referral">The referral's id.</param>
/// <param name="Organisation">The organisation whose directory answers.</param>
/// <param name="Practice">The practice of the referral.</param>
/// <param name="Worker">The worker whom the question is about; null otherwise.</param>
/// <param name="At">The moment of asking: the same question has the same answer as long as the tables stay.</param>
public sealed record Question(QuestionKind Kind, string Referral, string Organisation, string Practice, string? Worker, DateTimeOffset At);

/// <summary>What only the tables can answer.</summary>
[JsonConverter(typeof(EnumAsText<QuestionKind>))]
public enum QuestionKind
{
    /// <summary>Which workers fit, best first, and does a rule stop the referral?</summary>
    WhoFits,

    /// <summary>Which slot of the practice's consultation hour is the next free one?</summary>
    WhichSlotIsFree,

    /// <summary>Who takes over from this worker?</summary>
    WhoTakesOver,
}

/// <summary>What the tables answered.</summary>
/// <param name="To">Which question this answers.</param>
/// <param name="Candidates">The workers who fit or take over, best first.</param>
/// <param name="StoppedByRule">The rule of the target group that fired; null when none did.</param>
/// <param name="DuplicateOf">An open referral of the same client in this organisation; null without one.</param>
/// <param name="Slot">The next free slot; null without one.</param>
public sealed record Answer(
    QuestionKind To, ValueList<RankedWorker> Candidates, string? StoppedByRule = null, string? DuplicateOf = null, DateTimeOffset? Slot = null);
