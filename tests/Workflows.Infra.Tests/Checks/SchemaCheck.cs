using Workflows.Infra.Tests.Bicep;
using Workflows.Infra.Tests.Schemas;

namespace Workflows.Infra.Tests.Checks;

/// <summary>Resources that Azure does not know like that: their type, API version, and properties that are missing, unknown, read-only or of a wrong value.</summary>
static class SchemaCheck
{
    /// <summary>What every resource has by the language itself.</summary>
    static readonly string[] OfTheLanguage = ["parent", "scope", "dependsOn"];

    /// <summary>Its newest version that is not a preview is older than what diagnostic settings can do.</summary>
    const string OnlyAsPreview = "Microsoft.Insights/diagnosticSettings";

    /// <summary>The types whose properties nobody can check here.</summary>
    public static IEnumerable<string> Unknown(Templates templates, IReadOnlyDictionary<string, ResourceSchema> schemas) =>
        Types(templates).Where(type => schemas[type].Bodies.Count == 0);

    public static IEnumerable<string> Types(Templates templates) => templates.Bicep.SelectMany(file => file.Resources).Select(resource => resource.Type).Distinct();

    public static IEnumerable<string> Find(Templates templates, IReadOnlyDictionary<string, ResourceSchema> schemas) =>
        from file in templates.Bicep
        from resource in file.Resources
        from problem in Find(resource, schemas[resource.Type])
        select $"{file.At(problem.Line)}: {resource.Type}: {problem.What}";

    static IEnumerable<(int Line, string What)> Find(BicepResource resource, ResourceSchema schema)
    {
        if (schema.ApiVersion is null)
        {
            return [(resource.Line, "there is no such type")];
        }

        if (schema.ApiVersion != resource.ApiVersion && resource.Type != OnlyAsPreview)
        {
            return [(resource.Line, $"API version {resource.ApiVersion} is not {schema.ApiVersion}")];
        }

        return resource.IsExisting || schema.Bodies.Count == 0 ? []
            : schema.Bodies.FirstOrDefault(form => Fits(resource.Body, form)) is { } body ? Find(resource.Body, body, schema, OfTheLanguage)
            : [(resource.Line, "no form of it has this name")];
    }

    /// <summary>A resource with several forms tells them apart by its name.</summary>
    static bool Fits(BicepObject body, ObjectSchema form) =>
        form.Properties["name"] is { Type: "string" } || (body.Property("name")?.Value is BicepLiteral name && Accepts(form.Properties["name"], name));

    static IEnumerable<(int Line, string What)> Find(BicepObject value, ObjectSchema type, ResourceSchema schema, string[] allowed)
    {
        foreach (var (name, _) in type.Properties.Where(property => property.Value is { IsRequired: true, IsReadOnly: false } && value.Property(property.Key) is null))
        {
            yield return (value.Node.Line, $"{name} is missing in {type.Name}");
        }

        foreach (var property in value.Properties.Where(property => property.Name is null || !allowed.Contains(property.Name)))
        {
            var known = property.Name is { } name && type.Properties.TryGetValue(name, out var found) ? found
                : type.Others is { } others ? new PropertySchema(others, IsRequired: false, IsReadOnly: false)
                : null;
            if (known is null or { IsReadOnly: true })
            {
                yield return (property.Node.Line, $"{property.Name} is {(known is null ? "unknown" : "read-only")} in {type.Name}");
                continue;
            }

            foreach (var problem in Find(property.Value, known, schema))
            {
                yield return (problem.Line, $"{property.Name}: {problem.What}");
            }
        }
    }

    static IEnumerable<(int Line, string What)> Find(BicepValue value, PropertySchema property, ResourceSchema schema) => value switch
    {
        BicepChoice choice => choice.Options.SelectMany(option => Find(option, property, schema)),
        BicepArray array when Item(property) is { } item => array.Items.SelectMany(one => Find(one, item, schema)),
        BicepLoop loop when Item(property) is { } item => Find(loop.Turn, item, schema),
        BicepObject one when schema.Types.TryGetValue(property.Type, out var type) => Find(one, type, schema, []),
        BicepObject when property.Type is "any" => [],
        BicepLiteral { Kind: "null" } => [],
        BicepLiteral literal when Accepts(property, literal) => [],
        BicepExpression => [],
        _ => [(value.Node.Line, $"{Shown(value)} is not {property.Type}")],
    };

    static PropertySchema? Item(PropertySchema property) => property.Type.EndsWith("[]", StringComparison.Ordinal) ? property with { Type = property.Type[..^2] } : null;

    /// <summary>Where values are written down, others are refused here, though Azure may know more: the templates need none.</summary>
    static bool Accepts(PropertySchema property, BicepLiteral literal) =>
        property.Choices.Count > 0 ? property.Choices.Contains(literal.Text) : property.Type == literal.Kind || property.Type == literal.Text || property.Type == "any";

    static string Shown(BicepValue value) => value is BicepLiteral literal ? $"'{literal.Text}'" : value is BicepObject ? "an object" : "a list";
}
