using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Notifications;

/// <summary>The message that a link belongs to.</summary>
/// <param name="Referral">Whom it is about: a referral's id, or that of a submission that may become one.</param>
/// <param name="Key">The message's key, which ends in what it is about and to whom it goes.</param>
sealed record LinkedMessage(string Referral, string Key)
{
    /// <summary>Whether it went to the client, who signs in elsewhere than everybody else.</summary>
    public bool IsForClient => Key.EndsWith($"-{Code.Of(RecipientKind.Client)}", StringComparison.Ordinal);

    /// <summary>Where the link leads everybody but the client: the path of the API that answers what waits.</summary>
    public string Target => Key.EndsWith($".{Code.Of(MessageKind.SubmissionWaiting)}", StringComparison.Ordinal) ? "/api/parked" : $"/api/referrals/{Referral}";
}
