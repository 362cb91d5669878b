using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Functions.Commands;
using Workflows.Functions.Insights.Reports;
using Workflows.Functions.Messages;
using Workflows.Functions.Notifications;
using Workflows.Functions.Referrals;
using Workflows.Referrals.Commands;
using Workflows.Referrals.Insights.Facts;
using Workflows.Referrals.Insights.Reports;
using Workflows.Referrals.Insights.Rollups;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions;

/// <summary>The domain's values as they stand in the tables.</summary>
static class ReferralJson
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
    };

    /// <summary>How answers at the edge are written: as in the tables, with what is absent written as null.</summary>
    public static JsonSerializerOptions Edge { get; } = new(JsonSerializerDefaults.Web);

    /// <summary>The base type is named, or a derived change, command or effect would lose its discriminator.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static Referral ReadReferral(string json) => Read<Referral>(json);

    public static ReferralEvent ReadEvent(string json) => Read<ReferralEvent>(json);

    public static CommandEnvelope ReadCommand(string json) => Read<CommandEnvelope>(json);

    public static CommandOutcome ReadOutcome(string json) => Read<CommandOutcome>(json);

    public static Effect ReadEffect(string json) => Read<Effect>(json);

    public static ListedReferral ReadListed(string json) => Read<ListedReferral>(json);

    public static Fact ReadFact(string json) => Read<Fact>(json);

    public static Profile ReadProfile(string json) => Read<Profile>(json);

    public static Rollup ReadRollup(string json) => Read<Rollup>(json);

    public static Publication ReadPublication(string json) => Read<Publication>(json);

    public static ReportView ReadReport(string json) => Read<ReportView>(json);

    public static ListedStory ReadListedStory(string json) => Read<ListedStory>(json);

    public static ExpiringMessage ReadExpiringMessage(string json) => Read<ExpiringMessage>(json);

    public static UndeliveredMessage ReadUndeliveredMessage(string json) => Read<UndeliveredMessage>(json);

    static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException($"No {typeof(T).Name} in the table.");
}
