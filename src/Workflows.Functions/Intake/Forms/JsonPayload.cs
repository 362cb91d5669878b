using System.Text.Json;
using Workflows.Functions.Problems;

namespace Workflows.Functions.Intake.Forms;

/// <summary>Any JSON object: each value goes by its JSON pointer, a list of values by that of the list.</summary>
static class JsonPayload
{
    public const string Id = "/id";

    public static IEnumerable<FormAnswer> Read(JsonElement payload) => Read(payload, "");

    static IEnumerable<FormAnswer> Read(JsonElement element, string pointer) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Read(member.Value, JsonPointer.Member(pointer, member.Name))),
        JsonValueKind.Array when element.EnumerateArray().Any(item => item.ValueKind is JsonValueKind.Object or JsonValueKind.Array) =>
            element.EnumerateArray().SelectMany((item, index) => Read(item, JsonPointer.Item(pointer, index))),
        _ => [new(pointer, pointer, FormAnswers.TextsOf(element), IsAsked: pointer != Id)],
    };
}
