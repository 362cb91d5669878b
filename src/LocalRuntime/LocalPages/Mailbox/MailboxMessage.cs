using System.Text.Json.Serialization;

namespace LocalRuntime.LocalPages.Mailbox;

/// <summary>A mail or an SMS as its provider accepted it. <paramref name="SentAt"/> is the app's time.</summary>
sealed record MailboxMessage(string Channel, string To, string? Subject, string? Text, string? Html, DateTimeOffset SentAt)
{
    public const string Email = "email";
    public const string Sms = "sms";

    /// <summary>What the sender asked the provider to keep beside it; no part of what its recipient sees.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> CustomArguments { get; init; } = new Dictionary<string, string>();
}
