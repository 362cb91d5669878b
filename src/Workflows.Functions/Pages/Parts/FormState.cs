using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Workflows.Functions.Pages.Parts;

/// <summary>What stands in a form: as it was typed, with what is wrong with it. A form that comes back never loses what somebody wrote.</summary>
/// <param name="values">The values by the names of the fields.</param>
/// <param name="errors">What is wrong, in the order of the form.</param>
public sealed class FormState(IReadOnlyDictionary<string, StringValues> values, IReadOnlyList<FormError> errors)
{
    /// <summary>The hidden field that names this filling-in of the form: sent twice, it is done once.</summary>
    public const string KeyField = "key";

    /// <summary>What is wrong, in the order of the form.</summary>
    public IReadOnlyList<FormError> Errors => errors;

    /// <summary>What names this filling-in.</summary>
    public string Key => Value(KeyField) is { Length: > 0 } key ? key : fresh;

    readonly string fresh = Guid.NewGuid().ToString("N");

    /// <summary>What names the filling-in that was posted; null when nothing does.</summary>
    internal static string? KeyOf(IFormCollection form) => Guid.TryParseExact(form[KeyField], "N", out var key) ? key.ToString("N") : null;

    /// <summary>No values: of a form that has none to show again.</summary>
    internal static IReadOnlyDictionary<string, StringValues> None { get; } = new Dictionary<string, StringValues>();

    /// <summary>A form that nobody has touched, with what is known beforehand.</summary>
    public static FormState New(params ReadOnlySpan<(string Name, string? Value)> known)
    {
        Dictionary<string, StringValues> values = [];
        foreach (var (name, value) in known)
        {
            values[name] = value;
        }

        return new(values, []);
    }

    /// <summary>The only or first value; empty when there is none.</summary>
    public string Value(string name) => values.TryGetValue(name, out var found) && found.Count > 0 ? found[0] ?? "" : "";

    /// <summary>Whether that choice was made among those of a field.</summary>
    public bool Has(string name, string value) => values.TryGetValue(name, out var found) && found.Contains(value);

    /// <summary>What is wrong with a field; null when nothing is.</summary>
    public string? ErrorOf(string name) => errors.FirstOrDefault(error => error.Field == name)?.Text;
}

/// <summary>What is wrong with a field.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Label">What the field is called; empty where it is about the whole form.</param>
/// <param name="Text">What is wrong, and what is accepted.</param>
public sealed record FormError(string Field, string Label, string Text);
