namespace Workflows.Functions.Notifications;

/// <summary>What is known after a mail was handed to the provider.</summary>
/// <param name="Result">What became of it.</param>
/// <param name="Detail">The provider's message id, or a code that says why not.</param>
sealed record MailAnswer(MailResult Result, string? Detail = null);

/// <summary>What became of a mail that was handed to the provider.</summary>
enum MailResult
{
    /// <summary>The provider has it.</summary>
    Accepted,

    /// <summary>The provider certainly does not have it, and may take it later.</summary>
    NotNow,

    /// <summary>The provider will never take it.</summary>
    Refused,

    /// <summary>The answer was lost: the provider may have it.</summary>
    Unknown,
}
