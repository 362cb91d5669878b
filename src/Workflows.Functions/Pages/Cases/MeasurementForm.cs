using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Referrals.Outcomes;

namespace Workflows.Functions.Pages.Cases;

/// <summary>The form of a questionnaire, and what it is in the body of <c>record-measurement</c>.</summary>
sealed class MeasurementForm(Instrument instrument, Language language)
{
    /// <summary>The field of an answer, by its place in the form.</summary>
    public static string FieldOf(int index) => string.Create(CultureInfo.InvariantCulture, $"answer.{index}");

    public static bool IsEmpty(IFormCollection form) => !form.Any(field => field.Key.StartsWith("answer.", StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(field.Value));

    /// <summary>What was filled in, as the API wants it. What is no whole number is passed on as it is, to be refused there.</summary>
    public JsonElement Body(IFormCollection form) => JsonSerializer.SerializeToElement(new JsonObject
    {
        ["instrument"] = instrument.Id,
        ["answers"] = new JsonArray([.. Enumerable.Range(0, instrument.Items.Count).Select(index => Answer(form[FieldOf(index)].ToString().Trim()))]),
    });

    /// <summary>What is wrong, at the answers.</summary>
    public IReadOnlyList<FormError> Errors(Problem problem) =>
        [.. problem.Errors.Select(error => ErrorAt(IndexOf(error.Pointer), error.Rule.Text.In(language, error.Values)))];

    /// <summary>Nothing was filled in.</summary>
    public FormError Nothing() => ErrorAt(0, CommandTexts.Text("Error.NoAnswers", language));

    static JsonNode? Answer(string typed) => typed.Length == 0 ? null : int.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : typed;

    int IndexOf(string pointer) =>
        int.TryParse(pointer.Split('/')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < instrument.Items.Count ? index : 0;

    FormError ErrorAt(int index, string text) => new(FieldOf(index), instrument.Items[index].Topic.In(language), text);
}
