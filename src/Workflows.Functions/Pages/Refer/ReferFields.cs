using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
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

    /// <summary>In the order of the form, so that the errors above it are too.</summary>
    static readonly string[] InOrder =
    [
        "client.givenName", "client.familyName", "client.birthDate", "client.phone", "client.email", "client.postalCode", "client.language", "client.preferredContact",
        Reasons, Question, "handover.preference", "consent.ground", ConsentOn, Share,
        To, "referrer.name", "referrer.role", "referrer.email", "referrer.phone", "reference",
    ];

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
            ["reasons"] = new JsonArray([.. form[Reasons].Select(code => new JsonObject { ["system"] = "icpc-1", ["code"] = code })]),
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

    /// <summary>What the desk found wrong, at the fields of the form and in its order.</summary>
    public static IReadOnlyList<FormError> Errors(Problem problem, Language language) =>
    [
        .. problem.Errors
            .Select(error => (Field: FieldOf(error.Pointer), Text: TextOf(error, language)))
            .DistinctBy(error => error.Field)
            .OrderBy(error => Array.IndexOf(InOrder, error.Field))
            .Select(error => new FormError(error.Field, PageTexts.Of(typeof(ReferPage), $"Field.{error.Field}", language), error.Text)),
    ];

    static string FieldOf(string pointer) => pointer switch
    {
        "/organisation" or "/practice" => To,
        "/consent" => "consent.ground",
        "/consent/recordedAt" => ConsentOn,
        _ when pointer.StartsWith("/reasons", StringComparison.Ordinal) => Reasons,
        _ => pointer[1..].Replace('/', '.'),
    };

    /// <summary>The API's words, but where those are about JSON.</summary>
    static string TextOf(FieldError error, Language language) =>
        error.Rule == FieldRules.Required ? PageTexts.Of(typeof(ReferPage), "Error.Required", language)
        : error.Rule == FieldRules.NotAMoment ? FieldRules.NotADate.Text.In(language)
        : error.Rule == FieldRules.NotAccepted ? PageTexts.Of(typeof(ReferPage), "Error.Choose", language)
        : error.Rule == FieldRules.Phone ? PageTexts.Of(typeof(ReferPage), "Error.Phone", language)
        : error.Rule.Text.In(language, error.Values);

    static JsonObject Part(IFormCollection form, string prefix, Func<string, Func<string?, string?>> reading) =>
        new(from field in InOrder
            where field.StartsWith(prefix, StringComparison.Ordinal)
            let name = field[prefix.Length..]
            select KeyValuePair.Create(name, (JsonNode?)reading(name)(form[field])));

    static string? Given(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed;

    static string? Phone(string? typed) => PhoneNumber.Normalise(typed) ?? Given(typed);

    /// <summary>A browser without a date field leaves people to type one, as they do: 12-3-1948.</summary>
    static string? Day(string? typed) => DayOf(typed) is { } day ? day.ToString("O", CultureInfo.InvariantCulture) : Given(typed);

    /// <summary>The start of the day: a double click must say the same twice, and no day lies in the future because of the hour.</summary>
    static string? Moment(string? typed) => DayOf(typed) is { } day ? AmsterdamTime.At(day, TimeOnly.MinValue).ToString("O", CultureInfo.InvariantCulture) : Given(typed);

    static DateOnly? DayOf(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), ["yyyy-MM-dd", "d-M-yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
