using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Workflows.Referrals.Pathways;

/// <summary>The part of JSON Schema 2020-12 that the schemas of this product use. The schema file stays the one truth about the form.</summary>
sealed class JsonSchema(JsonElement root)
{
    /// <summary>The keywords that are looked at. A schema with another one would promise what nobody checks.</summary>
    internal static readonly string[] Keywords =
        ["$ref", "type", "enum", "pattern", "format", "minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "uniqueItems", "items", "required", "properties", "additionalProperties"];

    public IEnumerable<Finding> Check(JsonElement value) => Check(root, value, "");

    IEnumerable<Finding> Check(JsonElement schema, JsonElement value, string at)
    {
        schema = Resolve(schema);
        if (schema.TryGetProperty("type", out var type) && !IsOfType(value, type.GetString()!))
        {
            return [new(at, "type", $"Hier hoort {Dutch(type.GetString()!)} te staan.", $"This must be {English(type.GetString()!)}.")];
        }

        return (value.ValueKind switch
        {
            JsonValueKind.Object => CheckObject(schema, value, at),
            JsonValueKind.Array => CheckArray(schema, value, at),
            JsonValueKind.String => CheckText(schema, value.GetString()!, at),
            JsonValueKind.Number => CheckNumber(schema, value, at),
            _ => [],
        }).Concat(CheckEnum(schema, value, at));
    }

    JsonElement Resolve(JsonElement schema) =>
        schema.TryGetProperty("$ref", out var reference)
            ? Resolve(root.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]))
            : schema;

    IEnumerable<Finding> CheckObject(JsonElement schema, JsonElement value, string at)
    {
        if (!schema.TryGetProperty("properties", out var properties))
        {
            yield break;
        }

        foreach (var name in Names(schema, "required").Where(name => !value.TryGetProperty(name, out _)))
        {
            yield return new(JsonPlaces.Below(at, name), "required", "Dit ontbreekt.", "This is missing.");
        }

        foreach (var property in value.EnumerateObject())
        {
            var below = JsonPlaces.Below(at, property.Name);
            if (properties.TryGetProperty(property.Name, out var known))
            {
                foreach (var finding in Check(known, property.Value, below))
                {
                    yield return finding;
                }
            }
            else
            {
                var names = string.Join(", ", properties.EnumerateObject().Select(one => one.Name));
                yield return new(below, "unknown", $"Dit is hier niet bekend. Bekend zijn: {names}.", $"This is not known here. Known are: {names}.");
            }
        }
    }

    IEnumerable<Finding> CheckArray(JsonElement schema, JsonElement value, string at)
    {
        var length = value.GetArrayLength();
        foreach (var finding in Bounds(schema, "minItems", "maxItems", length, at, new(" regels", " items")))
        {
            yield return finding;
        }

        var earlier = new HashSet<string>();
        for (var i = 0; i < length; i++)
        {
            var below = JsonPlaces.Below(at, i.ToString(CultureInfo.InvariantCulture));
            if (schema.TryGetProperty("uniqueItems", out _) && !earlier.Add(value[i].GetRawText()))
            {
                yield return new(below, "repeated", "Dit staat al eerder in de lijst.", "This stands earlier in the list already.");
            }

            foreach (var finding in Check(schema.GetProperty("items"), value[i], below))
            {
                yield return finding;
            }
        }
    }

    static IEnumerable<Finding> CheckText(JsonElement schema, string text, string at)
    {
        // \z instead of $: a pattern's end is the end of the text, in JSON Schema no line end may follow.
        var fits = (!schema.TryGetProperty("pattern", out var pattern) || Regex.IsMatch(text, pattern.GetString()!.Replace("$", "\\z", StringComparison.Ordinal)))
            && (!schema.TryGetProperty("format", out _) || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        if (!fits)
        {
            yield return new(at, "form", $"Dit past niet. Hier hoort: {schema.GetProperty("x-description-nl")}.", $"This does not fit. Accepted: {schema.GetProperty("description")}.");
        }

        foreach (var finding in Bounds(schema, "minLength", "maxLength", text.Length, at, new(" tekens", " characters")))
        {
            yield return finding;
        }
    }

    static IEnumerable<Finding> CheckNumber(JsonElement schema, JsonElement value, string at) =>
        value.TryGetDecimal(out var number) ? Bounds(schema, "minimum", "maximum", number, at, new("", "")) : [];

    static IEnumerable<Finding> CheckEnum(JsonElement schema, JsonElement value, string at)
    {
        if (schema.TryGetProperty("enum", out _) && !(value.ValueKind == JsonValueKind.String && Names(schema, "enum").Contains(value.GetString())))
        {
            var names = string.Join(", ", Names(schema, "enum"));
            yield return new(at, "choice", $"Kies uit: {names}.", $"Choose one of: {names}.");
        }
    }

    static IEnumerable<Finding> Bounds(JsonElement schema, string least, string most, decimal value, string at, LocalText unit)
    {
        if (schema.TryGetProperty(least, out var minimum) && value < minimum.GetDecimal())
        {
            yield return new(at, "too-small", $"Minstens {minimum}{unit.Nl}.", $"At least {minimum}{unit.En}.");
        }

        if (schema.TryGetProperty(most, out var maximum) && value > maximum.GetDecimal())
        {
            yield return new(at, "too-large", $"Hoogstens {maximum}{unit.Nl}.", $"At most {maximum}{unit.En}.");
        }
    }

    static IEnumerable<string> Names(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var names) ? names.EnumerateArray().Select(name => name.GetString()!) : [];

    static bool IsOfType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
        "number" => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out _),
        _ => throw new NotSupportedException($"type {type}"),
    };

    static string Dutch(string type) => type switch { "object" => "een object", "array" => "een lijst", "string" => "een tekst", "number" => "een getal", _ => "een heel getal" };

    static string English(string type) => type switch { "object" => "an object", "array" => "a list", "string" => "a text", "number" => "a number", _ => "a whole number" };
}
