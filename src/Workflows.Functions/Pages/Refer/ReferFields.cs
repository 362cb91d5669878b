using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Identifiers;

namespace Workflows.Functions.Pages.Refer;

/// <summary>The fields of the referral form and what they are in the body of <c>POST /api/referrals</c>: the same desk takes in both.</summary>
static class ReferFields
{
    public const string To = "to";
    public const string Reasons = "reasons";
    public const string Question = "question";
    public const string ConsentOn = "consent.recordedOn";
    public const string Share = "consent.shareContentWithReferrer";

    const string Yes = "yes";
    const string Icpc = "icpc-1";
    const char BetweenSystemAndCode = '|';

    /// <summary>In the order of the form, so that the errors above it are too.</summary>
    static readonly string[] InOrder =
    [
        "client.givenName", "client.familyName", "client.birthDate", "client.phone", "client.email", "client.postalCode", "client.language", "client.preferredContact",
        Reasons, Question, "handover.preference", "consent.ground", ConsentOn, Share,
        To, "referrer.name", "referrer.role", "referrer.email", "referrer.phone", "reference",
    ];

    /// <summary>Where one of several answers is chosen.</summary>
    static readonly string[] Chosen = ["consent.ground", Share, To, "referrer.role"];

    /// <summary>What people type, as the body of the API wants it. What cannot be understood is passed on as it is, to be refused there.</summary>
    public static JsonElement Body(IFormCollection form)
    {
        var to = form[To].ToString().Split('/');
        var body = new JsonObject
        {
            ["organisation"] = Given(to[0]),
            ["practice"] = Given(to.ElementAtOrDefault(1)),
            ["reference"] = Given(form["reference"]),
            ["referrer"] = Part(form, "referrer.", name => name == "phone" ? Phone : Given),
            ["client"] = Part(form, "client.", name => name switch { "phone" => Phone, "birthDate" => Day, _ => Given }),
            ["reasons"] = new JsonArray([.. form[Reasons].Select(Reason)]),
            ["question"] = Given(form[Question]),
            ["consent"] = new JsonObject
            {
                ["ground"] = Given(form["consent.ground"]),
                ["recordedAt"] = Moment(form[ConsentOn]),
                ["shareContentWithReferrer"] = form[Share].ToString() is { Length: > 0 } share ? share == Yes : null,
            },
        };
        if (Given(form["handover.preference"]) is { } preference)
        {
            body["handover"] = new JsonObject { ["preference"] = preference };
        }

        return JsonSerializer.SerializeToElement(body);
    }

    /// <summary>A body as the form shows it, as far as it has a place there.</summary>
    public static Dictionary<string, StringValues> Values(JsonElement body)
    {
        var values = InOrder.Where(field => field is not (To or Reasons or ConsentOn or Share))
            .ToDictionary(field => field, field => new StringValues(TextAt(body, field.Replace('.', '/'))));
        values[To] = $"{TextAt(body, "organisation")}/{TextAt(body, "practice")}";
        values[Reasons] = ReasonsOf(body).ToArray();
        values[ConsentOn] = TextAt(body, "consent/recordedAt") is var recorded && DateTimeOffset.TryParse(recorded, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? AmsterdamTime.DayOf(moment).ToString("O", CultureInfo.InvariantCulture)
            : recorded;
        values[Share] = TextAt(body, "consent/shareContentWithReferrer") switch { "true" => Yes, "false" => "no", _ => null };
        return values;
    }

    /// <summary>The reasons of a body that are none of the form's list, as the form posts them.</summary>
    public static IReadOnlyList<string> ReasonsBesideTheList(JsonElement body) => [.. ReasonsOf(body).Where(reason => !ReasonHelp.All.Any(known => known.Code == reason))];

    /// <summary>What the desk found wrong, at the fields of the form and in its order.</summary>
    public static IReadOnlyList<FormError> Errors(Problem problem, Language language) => Errors(problem.Errors, language);

    /// <inheritdoc cref="Errors(Problem, Language)"/>
    public static IReadOnlyList<FormError> Errors(IEnumerable<FieldError> wrong, Language language) =>
        Errors(wrong.Select(error => (error.Pointer, error.Rule.Code, error.Rule.Text.In(language, error.Values))), language);

    /// <inheritdoc cref="Errors(Problem, Language)"/>
    public static IReadOnlyList<FormError> Errors(IEnumerable<(string Pointer, string Code, string Text)> wrong, Language language) =>
    [
        .. wrong
            .Select(error => (Field: FieldOf(error.Pointer), error.Code, error.Text))
            .DistinctBy(error => error.Field)
            .OrderBy(error => Array.IndexOf(InOrder, error.Field))
            .Select(error => new FormError(error.Field, PageTexts.Of(typeof(ReferPage), $"Field.{error.Field}", language), TextOf(error.Field, error.Code, error.Text, language))),
    ];

    /// <summary>The field of the form for a place in the body; for a part that is missing as a whole its first field.</summary>
    public static string FieldOf(string pointer) => pointer switch
    {
        "" or "/organisation" or "/practice" => To,
        "/client" => "client.givenName",
        "/referrer" => "referrer.name",
        "/handover" => "handover.preference",
        "/consent" => "consent.ground",
        "/consent/recordedAt" => ConsentOn,
        _ when pointer.StartsWith("/reasons", StringComparison.Ordinal) => Reasons,
        _ when pointer[1..].Replace('/', '.') is var field && InOrder.Contains(field) => field,
        _ => To,
    };

    static string TextOf(string field, string code, string text, Language language) =>
        code == FieldRules.NotAMoment.Code ? FieldRules.NotADate.Text.In(language)
        : FieldTexts.Of(code == FieldRules.Required.Code && Chosen.Contains(field) ? FieldRules.NotAccepted.Code : code, text, language);

    /// <summary>What stands at a place of a body, as text; null for nothing.</summary>
    public static string? TextAt(JsonElement body, string path)
    {
        foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty(name, out body))
            {
                return null;
            }
        }

        return body.ValueKind switch { JsonValueKind.String => body.GetString(), JsonValueKind.Null => null, _ => body.GetRawText() };
    }

    /// <summary>The reasons of a body, as the form posts them.</summary>
    public static IReadOnlyList<string> ReasonsOf(JsonElement body) => body.ValueKind == JsonValueKind.Object && body.TryGetProperty(Reasons, out var list) && list.ValueKind == JsonValueKind.Array
        ? [.. list.EnumerateArray().Select(reason => TextAt(reason, "system") is null or Icpc ? TextAt(reason, "code") ?? "" : $"{TextAt(reason, "system")}{BetweenSystemAndCode}{TextAt(reason, "code")}").Where(reason => reason.Length > 0)]
        : [];

    /// <summary>A code of the list, or one of another system with the system before it.</summary>
    static JsonObject Reason(string? posted) => posted?.Split(BetweenSystemAndCode, 2) is [var system, var code]
        ? new() { ["system"] = system, ["code"] = code }
        : new() { ["system"] = Icpc, ["code"] = posted };

    static JsonObject Part(IFormCollection form, string prefix, Func<string, Func<string?, string?>> reading) =>
        new(from field in InOrder
            where field.StartsWith(prefix, StringComparison.Ordinal)
            let name = field[prefix.Length..]
            select KeyValuePair.Create(name, (JsonNode?)reading(name)(form[field])));

    static string? Given(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed;

    static string? Phone(string? typed) => PhoneNumber.Normalise(typed) ?? Given(typed);

    /// <summary>A browser without a date field leaves people to type one, as they do: 12-3-1948.</summary>
    static string? Day(string? typed) => TypedDates.DayOf(typed) is { } day ? day.ToString("O", CultureInfo.InvariantCulture) : Given(typed);

    /// <summary>The start of the day: a double click must say the same twice, and no day lies in the future because of the hour.</summary>
    static string? Moment(string? typed) => TypedDates.DayOf(typed) is { } day ? AmsterdamTime.At(day, TimeOnly.MinValue).ToString("O", CultureInfo.InvariantCulture) : Given(typed);
}
