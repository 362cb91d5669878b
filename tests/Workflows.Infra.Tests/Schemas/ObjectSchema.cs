using System.Text.Json;

namespace Workflows.Infra.Tests.Schemas;

/// <summary>The properties that an object can have.</summary>
/// <param name="Name">The type's name.</param>
/// <param name="Properties">By name.</param>
/// <param name="Others">The type of all other properties; null when there may be none.</param>
sealed record ObjectSchema(string Name, IReadOnlyDictionary<string, PropertySchema> Properties, string? Others)
{
    public static ObjectSchema Of(JsonElement type) => new(
        type.GetProperty("name").GetString()!,
        type.GetProperty("properties").EnumerateArray().ToDictionary(property => property.GetProperty("name").GetString()!, PropertySchema.Of),
        type.TryGetProperty("additionalPropertiesType", out var others) ? others.GetString() : null);
}

/// <summary>One property.</summary>
/// <param name="Type">A type's name, with <c>[]</c> for an array, or what it may be: <c>'A | B | string'</c>.</param>
/// <param name="IsRequired">Whether a resource without it is refused.</param>
/// <param name="IsReadOnly">Whether only Azure sets it.</param>
sealed record PropertySchema(string Type, bool IsRequired, bool IsReadOnly)
{
    /// <summary>The texts that it may be; empty when that is not written down.</summary>
    public IReadOnlyList<string> Choices { get; } = Type.Contains(" | ", StringComparison.Ordinal) ? [.. Type.Split(" | ").Where(choice => choice != "string")] : [];

    public static PropertySchema Of(JsonElement property)
    {
        var flags = property.TryGetProperty("flags", out var given) ? given.GetString() ?? "" : "";
        return new(
            property.GetProperty("type").GetString()!,
            flags.Contains("Required", StringComparison.Ordinal),
            flags.Contains("ReadOnly", StringComparison.Ordinal));
    }
}
