using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Feedback;

/// <summary>Feedback as a GP's system receives it: a CloudEvent 1.0 in structured JSON.</summary>
sealed record FeedbackEvent(string Id, Uri Source, string Subject, DateTimeOffset Time, FeedbackData Data)
{
    public const string ContentType = "application/cloudevents+json";

    [JsonPropertyName("specversion")]
    public string SpecVersion { get; } = "1.0";

    public string Type { get; } = "nl.welzijn.referral.feedback.v1";

    [JsonPropertyName("datacontenttype")]
    public string DataContentType { get; } = "application/json";

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web);
}

/// <summary>What the GP reads.</summary>
/// <param name="Referral">The referral's id.</param>
/// <param name="YourReference">The sender's own number; null when none was given.</param>
/// <param name="Moment">At which of the agreed moments.</param>
/// <param name="Status">Where the referral stood.</param>
/// <param name="Outcome">How it ended; left out before the end.</param>
/// <param name="Lines">At most five; none when the client chose to share no content.</param>
/// <param name="AcknowledgeUrl">Where a person says that it was seen.</param>
sealed record FeedbackData(
    string Referral,
    string? YourReference,
    FeedbackMoment Moment,
    ReferralStatus Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] OutcomeKind? Outcome,
    IReadOnlyList<string> Lines,
    Uri AcknowledgeUrl);
