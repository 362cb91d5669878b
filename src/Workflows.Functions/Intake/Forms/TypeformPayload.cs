using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Workflows.Functions.Intake.Forms;

/// <summary>Typeform's webhook: <c>form_response</c> with its <c>answers</c>, each beside the field that it answers.</summary>
/// <remarks>An answer's name is the <c>ref</c> of its question; hidden fields are <c>hidden.name</c>; <c>token</c> and <c>submitted_at</c> are named as they are.</remarks>
static class TypeformPayload
{
    public const string Id = "token";

    public static IEnumerable<FormAnswer> Read(JsonElement payload)
    {
        if (Member(payload, "form_response") is not { ValueKind: JsonValueKind.Object } response)
        {
            yield break;
        }

        foreach (var name in (string[])[Id, "submitted_at"])
        {
            yield return new(name, name, Member(response, name) is { } value ? FormAnswers.TextsOf(value) : [], IsAsked: false);
        }

        foreach (var hidden in Member(response, "hidden") is { ValueKind: JsonValueKind.Object } all ? all.EnumerateObject().ToArray() : [])
        {
            yield return new($"hidden.{hidden.Name}", hidden.Name, FormAnswers.TextsOf(hidden.Value));
        }

        var questions = Items(Member(response, "definition") is { } definition ? Member(definition, "fields") : null)
            .GroupBy(field => Text(field, "id") ?? "")
            .ToDictionary(fields => fields.Key, fields => Text(fields.First(), "title"));
        foreach (var answer in Items(Member(response, "answers")))
        {
            if (Member(answer, "field") is { } field && (Text(field, "ref") ?? Text(field, "id")) is { } name)
            {
                yield return new(name, questions.GetValueOrDefault(Text(field, "id") ?? "") ?? name, Values(answer));
            }
        }
    }

    /// <summary>Whether <paramref name="header"/> (<c>Typeform-Signature: sha256=…</c>) is the base64 of the HMAC-SHA256 of the body.</summary>
    public static bool IsSigned(ReadOnlySpan<byte> body, string? header, string secret) =>
        header is not null
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(header),
            Encoding.UTF8.GetBytes($"sha256={Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body))}"));

    /// <summary>The value stands under the name that the answer's type says; choices have labels and perhaps one that was written in.</summary>
    static IReadOnlyList<string> Values(JsonElement answer) => Text(answer, "type") is { } type && Member(answer, type) is { } value
        ? value.ValueKind == JsonValueKind.Object
            ? [.. ((string[])["label", "labels", "other"]).SelectMany(part => Member(value, part) is { } texts ? FormAnswers.TextsOf(texts) : [])]
            : FormAnswers.TextsOf(value)
        : [];

    static JsonElement[] Items(JsonElement? list) => list is { ValueKind: JsonValueKind.Array } items ? [.. items.EnumerateArray()] : [];

    static string? Text(JsonElement element, string name) => Member(element, name) is { } value ? FormAnswers.TextOf(value) : null;

    static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;
}
