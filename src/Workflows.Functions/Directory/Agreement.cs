using System.Text.Json.Serialization;
using Workflows.Referrals.Matching;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Directory;

/// <summary>What an organisation and a practice agreed.</summary>
/// <param name="Practice">The practice's AGB code.</param>
/// <param name="Pathway">The pathway version with which new referrals start.</param>
/// <param name="Feedback">Where feedback to the GP goes.</param>
/// <param name="Deputies">Workers who stand in when a worker of this practice is absent without a deputy, the first one first.</param>
/// <param name="ConsultationHour">The fixed hour of a worker in the practice; null when there is none.</param>
sealed record Agreement(
    string Practice,
    PathwayReference Pathway,
    FeedbackDestination Feedback,
    ValueList<string> Deputies,
    PracticeHour? ConsultationHour)
{
    public Agreement WithoutSecrets() => Feedback.Callback is not { } callback
        ? this
        : this with { Feedback = Feedback with { Callback = callback with { Secrets = null } } };

    /// <summary>The same, with the stored secrets when none was given.</summary>
    public Agreement WithSecretsOf(Agreement? stored) => Feedback.Callback is { Secrets: null } callback
        ? this with { Feedback = Feedback with { Callback = callback with { Secrets = stored?.Feedback.Callback?.Secrets } } }
        : this;
}

/// <summary>One version of a pathway.</summary>
sealed record PathwayReference(string Id, int Version);

/// <summary>Where feedback goes: to a system, or to an address.</summary>
/// <param name="Callback">The GP system's webhook; null when feedback goes by email.</param>
/// <param name="Email">The practice's address: feedback waits behind a link there, and the callback falls back to it.</param>
sealed record FeedbackDestination(Callback? Callback, string? Email);

/// <summary>A webhook in the form of Standard Webhooks.</summary>
/// <param name="Url">https, outside Development.</param>
/// <param name="Secrets">One, or two during rotation, the newest first, as <c>whsec_</c> and base64. Null when not shown; null in an import keeps what is stored.</param>
sealed record Callback(Uri Url, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ValueList<string>? Secrets);

/// <summary>A fixed weekly hour in which a worker receives people in the practice, in Amsterdam's time.</summary>
/// <param name="Weekday">Monday to Friday.</param>
/// <param name="From">The start of the first slot.</param>
/// <param name="Until">The end of the last slot.</param>
/// <param name="SlotMinutes">How long one talk takes.</param>
/// <param name="Location">The room, as people are told.</param>
sealed record PracticeHour(
    [property: JsonConverter(typeof(EnumAsText<DayOfWeek>))] DayOfWeek Weekday,
    TimeOnly From,
    TimeOnly Until,
    int SlotMinutes,
    string Location)
{
    /// <summary>The same for who looks for a free slot.</summary>
    [JsonIgnore]
    public ConsultationHour Slots => new(Weekday, From, Until, SlotMinutes);
}
