using Workflows.Functions.Problems;

namespace Workflows.Functions.Pages;

/// <summary>What is wrong with a field, as a page says it: in the API's words, but where those are for programs.</summary>
static class FieldTexts
{
    public static string Of(FieldError error, Language language) => Of(error.Rule.Code, error.Rule.Text.In(language, error.Values), language);

    /// <param name="code">The code of the rule.</param>
    /// <param name="text">The rule in the API's words.</param>
    /// <param name="language">The reader's language.</param>
    public static string Of(string code, string text, Language language) =>
        code == FieldRules.Required.Code ? T("Error.Required", language)
        : code == FieldRules.NotAccepted.Code ? T("Error.Choose", language)
        : code == FieldRules.Phone.Code ? T("Error.Phone", language)
        : text;

    static string T(string name, Language language) => PageTexts.Of(typeof(FieldTexts), name, language);
}
