using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Feedback;

/// <summary>Feedback that is to be delivered: the input of its delivery, without personal data.</summary>
/// <param name="Feedback">The feedback's id, which is the effect's key and the delivery's instance id.</param>
/// <param name="Referral">The referral's id.</param>
/// <param name="Organisation">Whose agreement says where it goes.</param>
/// <param name="Practice">With which practice.</param>
/// <param name="Moment">At which of the agreed moments.</param>
/// <param name="Status">Where the referral stood.</param>
/// <param name="Outcome">How it ended; null before the end.</param>
/// <param name="Lines">Dossier section of the lines, a JSON array of texts; null when there are none or none may be shared.</param>
/// <param name="GivenAt">When it was given.</param>
/// <param name="RetryUntil">When a callback that fails is given up for email.</param>
public sealed record FeedbackOrder(
    string Feedback,
    string Referral,
    string Organisation,
    string Practice,
    FeedbackMoment Moment,
    ReferralStatus Status,
    OutcomeKind? Outcome,
    string? Lines,
    DateTimeOffset GivenAt,
    DateTimeOffset RetryUntil)
{
    /// <summary>Days on which no mail leaves beside weekends and holidays; null in an order of before mails waited, whose replay goes on without.</summary>
    public IReadOnlyList<DateOnly>? ClosingDays { get; init; }

    /// <summary>The order that an effect asks for.</summary>
    /// <param name="effect">The effect.</param>
    /// <param name="referral">The referral that has it.</param>
    /// <param name="givenAt">When it was given.</param>
    public static FeedbackOrder Of(GiveFeedback effect, Referral referral, DateTimeOffset givenAt) => new(
        effect.Key,
        referral.Id,
        referral.Submission.Organisation,
        referral.Submission.Practice,
        effect.Moment,
        effect.Status,
        effect.Outcome,
        effect.Lines,
        givenAt,
        Calculation.Ends("feedback.retry", referral.Pathway.VersionLabel, givenAt, referral.Pathway.Feedback.RetryFor, referral.Pathway.Calendar).At)
    {
        ClosingDays = referral.Pathway.ClosingDays,
    };
}
