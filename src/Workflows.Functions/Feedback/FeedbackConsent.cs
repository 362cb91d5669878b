using Workflows.Functions.Storage;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Feedback;

/// <summary>Reads it in the referral as its last turn left it.</summary>
sealed class FeedbackConsent(TimelineStore timeline) : IFeedbackConsent
{
    public async Task<FeedbackScope> ScopeAsync(string referral, CancellationToken cancellation) =>
        await timeline.ReadSummaryAsync(referral, cancellation) is not { } summary
        || ReferralJson.ReadReferral(summary) is not { ConsentIsWithdrawn: false, IsErased: false, Status: not ReferralStatus.EnteredInError } stands ? FeedbackScope.Nothing
        : stands.Submission.SharesContentWithReferrer ? FeedbackScope.Content
        : FeedbackScope.Moments;
}
