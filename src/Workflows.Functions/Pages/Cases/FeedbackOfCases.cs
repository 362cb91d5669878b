using System.Text.Json;
using Workflows.Functions.Audit;
using Workflows.Functions.Intake;
using Workflows.Functions.Referrals;
using Workflows.Functions.Security;
using Workflows.Functions.Storage;
using Workflows.Referrals.Commands;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Cases;

/// <summary>Reads what a practice was told, for the practice.</summary>
sealed class FeedbackOfCases(ReferralReader referrals, DossierStore dossiers, AuditTrail trail)
{
    /// <summary>All feedback of a referral, once it is recorded that the practice reads it; null when none was given, or none may be read any more.</summary>
    /// <param name="seen">The referral as its practice sees it.</param>
    /// <param name="caller">Somebody of the practice.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<FeedbackOfCase?> OfAsync(SeenReferral seen, Caller caller, CancellationToken cancellation)
    {
        var referral = seen.Referral;
        if (referral.Feedback.Count == 0 || referral.ConsentIsWithdrawn || referral.Status == ReferralStatus.EnteredInError)
        {
            return null;
        }

        await trail.RecordAsync(AuditEvents.FeedbackRead, caller, seen);
        var dossier = await dossiers.ReadAllAsync(referral.Id, cancellation);
        OutcomeKind? outcome = null;
        List<GivenFeedback> given = [];
        foreach (var happened in await referrals.TimelineAsync(seen, cancellation))
        {
            switch (happened.Change)
            {
                case OutcomeRecorded recorded:
                    outcome = recorded.Outcome;
                    break;
                case Reopened:
                    outcome = null;
                    break;
                case FeedbackGiven feedback:
                    given.Insert(0, new(feedback.Feedback, feedback.Moment, outcome, happened.At, Lines(feedback), IsSeen(feedback.Feedback)));
                    break;
            }
        }

        return new(
            referral.Id,
            dossier.TryGetValue(DossierSection.Client, out var client) ? ClientCard.NameOf(DossierSections.Read<ClientDetails>(client)) : null,
            given,
            referral.Submission.SharesContentWithReferrer,
            Transitions.OpenTo(referral, seen.Caller).Any(line => line.Command == typeof(AcknowledgeFeedback)));

        IReadOnlyList<string> Lines(FeedbackGiven feedback) =>
            referral.Submission.SharesContentWithReferrer && feedback.Lines is { } section && dossier.TryGetValue(section, out var lines) ? JsonSerializer.Deserialize<string[]>(lines)! : [];

        bool IsSeen(string id) => referral.Feedback.First(feedback => feedback.Id == id) is { IsAcknowledged: true } or { IsPast: true };
    }
}
