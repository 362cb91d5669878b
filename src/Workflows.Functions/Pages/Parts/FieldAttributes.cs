namespace Workflows.Functions.Pages.Parts;

/// <summary>What a control needs to belong to its label, hint and error.</summary>
/// <param name="Value">What was typed before.</param>
/// <param name="All">The attributes, for <c>@attributes</c>.</param>
public sealed record FieldAttributes(string Value, IReadOnlyDictionary<string, object> All)
{
    internal static FieldAttributes Of(string name, bool hasHint, bool hasError, string value)
    {
        var id = FormField.IdOf(name);
        Dictionary<string, object> all = new() { ["id"] = id, ["name"] = name };
        if (hasHint || hasError)
        {
            all["aria-describedby"] = (hasHint, hasError) switch
            {
                (true, true) => $"{id}-uitleg {id}-fout",
                (true, false) => $"{id}-uitleg",
                _ => $"{id}-fout",
            };
        }

        if (hasError)
        {
            all["aria-invalid"] = "true";
        }

        return new(value, all);
    }
}
