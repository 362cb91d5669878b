using System.Text.Json;
using System.Text.RegularExpressions;

namespace Workflows.Infra.Tests.Schemas;

/// <summary>What is known of a resource type.</summary>
/// <param name="ApiVersion">Its newest API version that is not a preview; null when there is no such type.</param>
/// <param name="Bodies">The forms that it can have, mostly one; none when only the version is known.</param>
/// <param name="Types">The types of its properties, by name.</param>
sealed partial record ResourceSchema(string? ApiVersion, IReadOnlyList<ObjectSchema> Bodies, IReadOnlyDictionary<string, ObjectSchema> Types)
{
    public static ResourceSchema Of(JsonElement answer)
    {
        if (answer.GetProperty("status").GetInt32() != 200)
        {
            var known = KnownVersion().Match(answer.GetProperty("message").GetString()!);
            return new(known.Success ? known.Groups[1].Value : null, [], new Dictionary<string, ObjectSchema>());
        }

        var parts = answer.GetProperty("results").GetProperty("BicepSchemaResult").EnumerateArray().ToList();
        var body = parts.Single(part => Kind(part) == "Resource").GetProperty("bodyType");
        List<ObjectSchema> bodies = Kind(body) == "DiscriminatedObject" ? [.. body.GetProperty("elements").EnumerateArray().Select(ObjectSchema.Of)] : [ObjectSchema.Of(body)];
        var types = parts.Where(part => Kind(part) == "Object").Select(ObjectSchema.Of).ToDictionary(type => type.Name);
        return new(bodies[0].Properties["apiVersion"].Type, bodies, types);
    }

    static string? Kind(JsonElement part) => part.GetProperty("$type").GetString();

    [GeneratedRegex("with apiVersion (\\S+) not supported")]
    private static partial Regex KnownVersion();
}
