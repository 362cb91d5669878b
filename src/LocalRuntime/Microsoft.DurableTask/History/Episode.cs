using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LocalRuntime.DurableTask.History;

/// <summary>One turn of an orchestrator: what arrived together, and what the code then did. A history is a list of episodes.</summary>
/// <param name="At">The orchestrator's time during the turn.</param>
/// <param name="In">What arrived, in order.</param>
/// <param name="Do">What the code did, in order.</param>
sealed record Episode(DateTimeOffset At, IReadOnlyList<HistoryEvent> In, IReadOnlyList<OrchestratorAction> Do)
{
    // Not escaping what only HTML needs keeps a payload, JSON within JSON, at little more than its own size.
    static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static Episode FromJson(string json) => JsonSerializer.Deserialize<Episode>(json, Json)!;

    public static string EventsToJson(IReadOnlyList<HistoryEvent> events) => JsonSerializer.Serialize(events, Json);

    public static IReadOnlyList<HistoryEvent> EventsFromJson(string json) => JsonSerializer.Deserialize<IReadOnlyList<HistoryEvent>>(json, Json)!;
}
