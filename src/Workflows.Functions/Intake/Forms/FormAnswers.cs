using System.Text.Json;
using Workflows.Functions.Directory;
using Workflows.Functions.Problems;

namespace Workflows.Functions.Intake.Forms;

/// <summary>What somebody filled in, in one shape whichever tool asked it.</summary>
/// <param name="All">Every answer that is not empty, in the tool's order.</param>
sealed record FormAnswers(IReadOnlyList<FormAnswer> All)
{
    /// <summary>Reads a tool's payload. Of another shape than the tool's, it holds no answers: the submission is then parked, not refused.</summary>
    public static FormAnswers Of(FormTool tool, JsonElement payload) => new(
    [
        .. (tool switch
        {
            FormTool.Typeform => TypeformPayload.Read(payload),
            FormTool.GravityForms => GravityFormsPayload.Read(payload),
            FormTool.MicrosoftForms => MicrosoftFormsPayload.Read(payload),
            _ => JsonPayload.Read(payload),
        }).Where(answer => answer.Values.Count > 0),
    ]);

    /// <summary>The answers of that name: the one, or the parts into which the tool splits it (Gravity Forms: 5.1, 5.2 of 5).</summary>
    public IReadOnlyList<FormAnswer> Named(string name)
    {
        var whole = All.Where(answer => answer.Name == name).ToList();
        return whole.Count > 0 ? whole : [.. All.Where(answer => answer.Name.StartsWith($"{name}.", StringComparison.Ordinal))];
    }

    /// <summary>The tool's own id of this submission; null when it is not there.</summary>
    public string? SubmissionId(FormSource form) => Named(form.SubmissionId ?? UsualId(form.Tool)) is [{ Values: [var id] }] ? id : null;

    static string UsualId(FormTool tool) => tool switch
    {
        FormTool.Typeform => TypeformPayload.Id,
        FormTool.GravityForms => GravityFormsPayload.Id,
        FormTool.MicrosoftForms => MicrosoftFormsPayload.Id,
        _ => JsonPayload.Id,
    };

    /// <summary>A value as text, trimmed; null for what is empty or no single value.</summary>
    public static string? TextOf(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                return CleanText.TryRead(element, lines: true, out var text, out _)
                    ? text.Length == 0 ? null : text
                    : element.GetRawText();   // half a character, a control character: kept as the tool wrote it, for a person to read
            case JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number:
                return element.GetRawText();
            default:
                return null;
        }
    }

    /// <summary>The values in a list, or the one value.</summary>
    public static IReadOnlyList<string> TextsOf(JsonElement element) => element.ValueKind == JsonValueKind.Array
        ? [.. element.EnumerateArray().Select(TextOf).OfType<string>()]
        : TextOf(element) is { } one ? [one] : [];
}

/// <summary>One answer.</summary>
/// <param name="Name">By which a mapping names it.</param>
/// <param name="Question">As the form asked it; the name where the tool does not send the question.</param>
/// <param name="Values">One, or those that were ticked.</param>
/// <param name="IsAsked">Whether somebody filled it in; false for what the tool adds by itself.</param>
sealed record FormAnswer(string Name, string Question, IReadOnlyList<string> Values, bool IsAsked = true);
