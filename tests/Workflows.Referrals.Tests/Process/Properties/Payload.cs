using System.Text.Json;

namespace Workflows.Referrals.Tests.Process.Properties;

/// <summary>What travels through the orchestration's history, as its data converter writes it.</summary>
static class Payload
{
    public static T ThereAndBack<T>(T payload) => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(payload))!;

    /// <summary>Every text in it, however deep.</summary>
    public static IEnumerable<string> TextsOf<T>(T payload) => TextsOf(JsonSerializer.SerializeToElement(payload));

    static IEnumerable<string> TextsOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(TextsOf),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => TextsOf(member.Value)),
        _ => [],
    };
}
