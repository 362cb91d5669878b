using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflows.Referrals.Timeline;

/// <summary>Writes an enum as its camelCase name and refuses numbers, so that a stored value survives a reordering of the members.</summary>
/// <typeparam name="T">The enum.</typeparam>
public sealed class EnumAsText<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
