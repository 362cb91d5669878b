using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Referrals.Identifiers;
using Workflows.Referrals.Process;

namespace Workflows.Functions.Pages.Cases;

/// <summary>The form of a command, and what it is in the body of <c>POST …/commands/{command}</c>: the same desk takes in both.</summary>
sealed class CommandForm(string command, IReadOnlyList<AskedField> fields, Language language)
{
    public const string Yes = "yes";

    /// <summary>The form itself: what is wrong with it is about no field alone.</summary>
    public const string Whole = "whole";

    /// <summary>What people fill in, as the API wants it. What cannot be understood is passed on as it is, to be refused there.</summary>
    public JsonElement Body(IFormCollection form)
    {
        var body = new JsonObject();
        foreach (var field in fields)
        {
            var place = Place(body, field);
            if (Value(field, form) is { } value)
            {
                place[field.Name[(field.Name.IndexOf('.', StringComparison.Ordinal) + 1)..]] = value;
            }
        }

        return JsonSerializer.SerializeToElement(body);
    }

    /// <summary>What the desk found wrong, at the fields of the form.</summary>
    public IReadOnlyList<FormError> Errors(Problem problem, IFormCollection form) =>
    [
        .. from error in problem.Errors
           let field = fields.FirstOrDefault(field => IsAbout(error.Pointer, $"/{field.Name.Replace('.', '/')}"))
           where field is not null
           group TextOf(error, field, form) by field into wrong
           select ErrorAt(wrong.Key, wrong.First(), form),
        .. problem.Errors.Where(error => fields.Any(field => field.Name.StartsWith($"{error.Pointer[1..]}.", StringComparison.Ordinal)))
            .Take(1).Select(_ => new FormError(Whole, "", CommandTexts.Text("Error.Whole", language))),
    ];

    /// <summary>What the process refuses, at the field that it is about; null when it is about none.</summary>
    public FormError? ErrorOf(Refusal refusal, IFormCollection form) => refusal.Code switch
    {
        "not-in-the-future" => fields.FirstOrDefault(field => field.Kind is AskedFieldKind.Day or AskedFieldKind.Slot),
        "story-needs-consent" => fields.FirstOrDefault(field => field.Name == "consent"),
        "reason-needed" => fields.FirstOrDefault(field => field.Name == "reason"),
        "ground-needed" => fields.FirstOrDefault(field => field.Name == "ground"),
        _ => null,
    } is { } field ? ErrorAt(field, RefusalTexts.Of(refusal, command, status: null, language), form) : null;

    static JsonNode? Value(AskedField field, IFormCollection form) => field.Kind switch
    {
        AskedFieldKind.Fixed => field.Fixed,
        AskedFieldKind.Flag => form[field.Name].ToString() is { Length: > 0 } answer ? answer == Yes : null,
        AskedFieldKind.Day => TypedDates.DayOf(form[field.Name]) is { } day ? day.ToString("O", CultureInfo.InvariantCulture) : Given(form[field.Name]),
        AskedFieldKind.Slot => new TypedMoment(field.Name, form).Value,
        AskedFieldKind.Number => int.TryParse(form[field.Name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Given(form[field.Name]),
        AskedFieldKind.Lines => Lines(form[field.Name]) is { Length: > 0 } lines ? new JsonArray([.. lines]) : null,
        AskedFieldKind.Phone => PhoneNumber.Normalise(form[field.Name]) ?? Given(form[field.Name]),
        _ => Given(form[field.Name]),
    };

    /// <summary>The body, or the part of it that the field is in.</summary>
    static JsonObject Place(JsonObject body, AskedField field) =>
        field.Name.Split('.') is [var part, _] ? (JsonObject)(body[part] ??= new JsonObject()) : body;

    static bool IsAbout(string pointer, string field) => pointer == field || pointer.StartsWith($"{field}/", StringComparison.Ordinal);

    static JsonNode?[] Lines(string? typed) =>
        [.. (typed ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => (JsonNode?)line)];

    static string? Given(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed;

    FormError ErrorAt(AskedField field, string text, IFormCollection form) =>
        (field.Kind == AskedFieldKind.Slot ? new TypedMoment(field.Name, form).Field : field.Name) is var at && at == field.Name
            ? new(at, CommandTexts.Label(command, at, language), text)
            : new(at, CommandTexts.Text($"Slot.{at}", language), text);

    /// <summary>The API's words, but where those are about JSON.</summary>
    string TextOf(FieldError error, AskedField field, IFormCollection form) =>
        field.Kind == AskedFieldKind.Slot && new TypedMoment(field.Name, form) is var moment && moment.Field != field.Name ? CommandTexts.Text(moment.IsTwofold ? "Error.TwoMoments" : "Error.Moment", language) :
        field.Kind == AskedFieldKind.Lines && error.Rule != FieldRules.Required ? CommandTexts.Text("Error.Lines", language)
        : error.Rule == FieldRules.Required && field.Kind is AskedFieldKind.Choice or AskedFieldKind.Worker or AskedFieldKind.Story or AskedFieldKind.Flag or AskedFieldKind.Slot || error.Rule == FieldRules.NotAccepted ? CommandTexts.Text("Error.Choose", language)
        : error.Rule == FieldRules.NotAMoment ? CommandTexts.Text("Error.Moment", language)
        : error.Rule == FieldRules.WrongType ? CommandTexts.Text("Error.Number", language)
        : FieldTexts.Of(error, language);
}
