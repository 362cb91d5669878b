using System.Globalization;
using Workflows.Functions.Problems;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Directory;

/// <summary>Reads a form and its mapping. What would park every submission is refused here.</summary>
static class FormReader
{
    static readonly FieldFormat Target = new(FormTargets.IsKnown, DirectoryRules.UnknownTarget);
    static readonly FieldFormat AnswerName = new(text => text.Length <= 200, DirectoryRules.AnswerNameTooLong);
    static readonly FieldFormat Secret = new(text => text.Length is >= 16 and <= 256, DirectoryRules.FormSecretWeak);

    /// <summary>Reads a form that keeps the secret of <paramref name="stored"/> when none is given; a new form has none then.</summary>
    public static FormSource? Read(JsonFields fields, Func<string, FormSource?> stored, FieldErrors errors)
    {
        var id = fields.Text("id", FieldFormat.Identifier, FieldRules.Required);
        var name = fields.Text("name", most: 100, FieldRules.Required);
        var tool = fields.Choice<FormTool>("tool", FieldRules.Required);
        var organisation = fields.Text("organisation", FieldFormat.Identifier, FieldRules.Required);
        var practice = fields.Text("practice", FieldFormat.Agb);
        var submissionId = fields.Text("submissionId", AnswerName);
        var mapping = fields.List("fields", most: 100, item => ReadField(item, errors), FieldRules.Empty).ToValueList();
        var secret = fields.Text("secret", Secret) ?? (id is null ? null : stored(id)?.Secret);
        fields.RefuseOthers();

        if (id is null || tool is null || organisation is null)
        {
            return null;
        }

        var form = new FormSource(id, name ?? "", tool.Value, organisation, practice, submissionId, mapping, secret);
        RefuseWrongSecret(form, fields, errors);
        foreach (var twice in mapping.GroupBy(field => field.To).Where(group => group.Count() > 1))
        {
            errors.Add(fields.At("fields"), DirectoryRules.TargetTwice, twice.Key);
        }

        if (FormTargets.MissingIn(form).ToList() is { Count: > 0 } missing)
        {
            errors.Add(fields.At("fields"), DirectoryRules.TargetsMissing, string.Join(", ", missing));
        }

        return form;
    }

    /// <summary>Typeform signs; the others have nothing to sign with and send an API key.</summary>
    static void RefuseWrongSecret(FormSource form, JsonFields fields, FieldErrors errors)
    {
        if (form.Tool is not FormTool.Typeform && fields.Has("secret"))
        {
            errors.Add(fields.At("secret"), DirectoryRules.ToolSendsKey);
        }
    }

    static FormField? ReadField(JsonFields fields, FieldErrors errors)
    {
        var to = fields.Text("to", Target, FieldRules.Required);
        var from = fields.Texts("from", most: 20, AnswerName).ToValueList();
        var value = fields.Text("value", most: 200);
        var format = fields.Text("format", new FieldFormat(IsDateFormat, DirectoryRules.DateFormatMalformed));
        var choices = fields.List("choices", most: 100, item => ReadChoice(item)).ToValueList();
        fields.RefuseOthers();

        if (fields.Has("from") == fields.Has("value"))
        {
            errors.Add(fields.Pointer, DirectoryRules.EitherFromOrValue);
        }

        return to is null ? null : new FormField(to, from, value, format, choices);
    }

    static FormChoice? ReadChoice(JsonFields fields)
    {
        var answer = fields.Text("answer", most: 200, FieldRules.Required);
        var value = fields.Text("value", most: 200, FieldRules.Required);
        fields.RefuseOthers();
        return answer is null || value is null ? null : new FormChoice(answer, value);
    }

    /// <summary>A format that reads back what it wrote.</summary>
    static bool IsDateFormat(string text)
    {
        var day = new DateTime(1948, 3, 12);
        try
        {
            return text.Length <= 40
                && DateTime.TryParseExact(day.ToString(text, CultureInfo.InvariantCulture), text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
                && read.Date == day;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
