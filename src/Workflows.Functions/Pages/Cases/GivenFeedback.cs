using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Cases;

/// <summary>What a practice was told about a referral, as the practice reads it.</summary>
/// <param name="Referral">The referral's id.</param>
/// <param name="Client">Whom it is about; null when nobody knows any more.</param>
/// <param name="Given">The latest first.</param>
/// <param name="SharesContent">Whether the client lets the practice read what the worker wrote.</param>
/// <param name="MayAcknowledge">Whether the practice can still say that it has seen it.</param>
public sealed record FeedbackOfCase(string Referral, string? Client, IReadOnlyList<GivenFeedback> Given, bool SharesContent, bool MayAcknowledge)
{
    /// <summary>What waits to be seen.</summary>
    public IReadOnlyList<GivenFeedback> Unseen => [.. Given.Where(given => !given.IsSeen)];
}

/// <summary>One piece of feedback.</summary>
/// <param name="Id">Names it when it is acknowledged.</param>
/// <param name="Moment">At which of the agreed moments.</param>
/// <param name="Outcome">How it ended; null before the end.</param>
/// <param name="At">When it was given.</param>
/// <param name="Lines">At most five.</param>
/// <param name="IsSeen">Whether the practice has said that it saw it, or nobody waits for that any more.</param>
public sealed record GivenFeedback(string Id, FeedbackMoment Moment, OutcomeKind? Outcome, DateTimeOffset At, IReadOnlyList<string> Lines, bool IsSeen);
