namespace LocalRuntime.LocalPages.Mailbox;

/// <summary>A mail or an SMS as its provider accepted it. <paramref name="SentAt"/> is the app's time.</summary>
sealed record MailboxMessage(string Channel, string To, string? Subject, string? Text, string? Html, DateTimeOffset SentAt)
{
    public const string Email = "email";
    public const string Sms = "sms";
}
