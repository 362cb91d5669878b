namespace Workflows.Functions.Feedback;

/// <summary>Knows whether anything may still go out about a client.</summary>
interface IFeedbackConsent
{
    /// <summary>False from the moment that consent was withdrawn, the referral was marked as an error, or the person's data were erased.</summary>
    Task<bool> StandsAsync(string referral, CancellationToken cancellation);
}
