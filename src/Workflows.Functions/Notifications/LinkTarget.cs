using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Notifications;

/// <summary>Where the link of a message leads.</summary>
static class LinkTarget
{
    /// <param name="referral">Whom the message is about: a referral's id, or that of a submission that may become one.</param>
    /// <param name="key">The message's key, which ends in what it is about.</param>
    public static string Of(string referral, string key) =>
        key.EndsWith($".{Code.Of(MessageKind.SubmissionWaiting)}", StringComparison.Ordinal) ? "/api/parked" : $"/api/referrals/{referral}";
}
