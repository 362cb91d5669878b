using System.Text.Json;

namespace Workflows.Functions.Intake.Forms;

/// <summary>A response of Microsoft Forms, as a flow of Power Automate posts it: <c>{ "responseId": …, "response": body('Get_response_details') }</c>.</summary>
/// <remarks>Questions go by their ids (<c>r</c> and a hexadecimal number). What was ticked comes as a JSON list inside a text. <c>submitDate</c> is in UTC.</remarks>
static class MicrosoftFormsPayload
{
    public const string Id = "responseId";

    public static IEnumerable<FormAnswer> Read(JsonElement payload)
    {
        if (payload.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        if (payload.TryGetProperty(Id, out var id))
        {
            yield return new(Id, Id, FormAnswers.TextsOf(id), IsAsked: false);
        }

        if (payload.TryGetProperty("response", out var response) && response.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in response.EnumerateObject())
            {
                yield return new(member.Name, member.Name, Values(member.Value), IsAsked: member.Name is not ("responder" or "submitDate"));
            }
        }
    }

    static IReadOnlyList<string> Values(JsonElement value)
    {
        var texts = FormAnswers.TextsOf(value);
        if (texts is not [['[', ..] list])
        {
            return texts;
        }

        try
        {
            using var ticked = JsonDocument.Parse(list);
            return FormAnswers.TextsOf(ticked.RootElement);
        }
        catch (JsonException)
        {
            return texts;
        }
    }
}
