namespace Workflows.Functions.Notifications;

/// <summary>Knows where people can be reached: workers and coordinators from the directory, referrers and clients from the dossier.</summary>
interface IRecipients
{
    /// <summary>Where this message goes; null when nobody can be reached, or may be any more.</summary>
    Task<Addressee?> FindAsync(Notification notification, CancellationToken cancellation);
}

/// <summary>Somebody who can be reached.</summary>
/// <param name="Email">The mail address; null without one.</param>
/// <param name="Language"><c>nl</c> or <c>en</c>.</param>
/// <param name="Phone">E.164; null when no text messages are wanted.</param>
sealed record Addressee(string? Email, string Language = "nl", string? Phone = null);
