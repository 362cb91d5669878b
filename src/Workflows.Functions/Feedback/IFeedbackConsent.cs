namespace Workflows.Functions.Feedback;

/// <summary>Knows how much may go out about a client now, whatever was so when feedback was given.</summary>
interface IFeedbackConsent
{
    Task<FeedbackScope> ScopeAsync(string referral, CancellationToken cancellation);
}

/// <summary>How much may go out about a client.</summary>
enum FeedbackScope
{
    /// <summary>From the moment that consent was withdrawn, the referral was marked as an error, or the person's data were erased.</summary>
    Nothing,

    /// <summary>The client shares only that and when something happened.</summary>
    Moments,

    /// <summary>Also what the worker wrote.</summary>
    Content,
}
