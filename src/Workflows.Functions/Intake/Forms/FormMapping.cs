using System.Globalization;
using System.Text.Json.Nodes;
using Workflows.Functions.Directory;
using Workflows.Functions.Problems;
using Workflows.Referrals.Identifiers;

namespace Workflows.Functions.Intake.Forms;

/// <summary>Puts answers in their places: makes the body of <c>POST /api/referrals</c> that the form stands for.</summary>
static class FormMapping
{
    static readonly char[] BetweenCodes = [',', ';', ' ', '\n'];

    /// <summary>The submission as far as it could be filled; what an answer cannot mean is added to the errors at the field that it was for.</summary>
    public static JsonObject Map(FormSource form, FormAnswers answers, FieldErrors errors)
    {
        var submission = new JsonObject { ["organisation"] = form.Organisation };
        if (form.Practice is { } practice)
        {
            submission["practice"] = practice;
        }

        foreach (var field in form.Fields.Where(field => field.To != "/practice" || form.Practice is null))
        {
            IReadOnlyList<string> texts = field.Value is { } always ? [always] : [.. field.From.SelectMany(answers.Named).SelectMany(answer => answer.Values)];
            string[] values = [.. texts.Select(text => Meaning(field, text)).OfType<string>()];
            if (values.Length < texts.Count)
            {
                errors.Add(field.To, FormRules.AnswerNotMapped);
            }

            if (values.Length > 0)
            {
                Set(submission, field.To, Value(field, values, errors));
            }
        }

        return submission;
    }

    /// <summary>The answers that no field takes, less the tool's own id of the submission; also those of a field that could not read them, or nobody would know what was answered.</summary>
    /// <param name="form">The form.</param>
    /// <param name="answers">What was answered.</param>
    /// <param name="mapping">What was wrong when the fields were filled.</param>
    public static IEnumerable<UnmappedAnswer> Rest(FormSource form, FormAnswers answers, FieldErrors mapping)
    {
        var taken = form.Fields.Where(field => !mapping.All.Any(error => error.Pointer == field.To)).SelectMany(field => field.From).Concat(form.SubmissionId is { } id ? [id] : []).SelectMany(answers.Named).ToHashSet();
        return answers.All
            .Where(answer => answer.IsAsked && !taken.Contains(answer))
            .Select(answer => new UnmappedAnswer(WithoutCitizenNumber(answer.Question), [.. answer.Values.Select(WithoutCitizenNumber)]));
    }

    public static string WithoutCitizenNumber(string text) => BsnRedaction.Redact(text).Text;

    /// <summary>What the answer stands for; null when the form's choices do not say.</summary>
    static string? Meaning(FormField field, string text) =>
        field.Choices.Count == 0 ? text : field.Choices.FirstOrDefault(choice => choice.Answer == text)?.Value;

    static JsonNode? Value(FormField field, IReadOnlyList<string> values, FieldErrors errors)
    {
        var text = string.Join(' ', values);
        return FormTargets.KindOf(field.To) switch
        {
            FormTarget.Lines => string.Join('\n', values),
            FormTarget.Phone => PhoneNumber.Normalise(text) ?? text,
            FormTarget.Date => Date(field, text, errors),
            FormTarget.Moment => Moment(field, text, errors),
            FormTarget.Flag => bool.TryParse(text, out var flag) ? flag : errors.Refuse<JsonNode>(field.To, FormRules.AnswerNotMapped),
            FormTarget.Reasons => new JsonArray([.. values
                .SelectMany(value => value.Split(BetweenCodes, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                .Select(code => new JsonObject { ["system"] = "icpc-1", ["code"] = code })]),
            _ => text,
        };
    }

    static JsonNode? Date(FormField field, string text, FieldErrors errors) =>
        field.Format is not { } format ? text
        : DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? DateOnly.FromDateTime(date).ToString("O", CultureInfo.InvariantCulture)
        : errors.Refuse<JsonNode>(field.To, FieldRules.NotADate);

    static JsonNode? Moment(FormField field, string text, FieldErrors errors) =>
        field.Format is not { } format ? text
        : DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment.ToString("O", CultureInfo.InvariantCulture)
        : errors.Refuse<JsonNode>(field.To, FieldRules.NotAMoment);

    static void Set(JsonObject submission, string pointer, JsonNode? value)
    {
        var names = pointer.Split('/')[1..];
        var parent = submission;
        foreach (var name in names[..^1])
        {
            parent = (JsonObject)(parent[name] ??= new JsonObject());
        }

        parent[names[^1]] = value;
    }
}
