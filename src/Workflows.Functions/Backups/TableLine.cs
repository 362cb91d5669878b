using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;

namespace Workflows.Functions.Backups;

/// <summary>A row of a table as a line of a backup: a JSON object with keys and properties. The type of a property that JSON does not know stands behind its name.</summary>
/// <remarks>What storage itself adds (the moment of the last write, its tag) is not part of a row.</remarks>
static class TableLine
{
    const char Type = '@';

    static readonly string[] OfStorage = ["odata.etag", nameof(TableEntity.Timestamp)];

    public static string Write(TableEntity row) => new JsonObject(row.Where(property => !OfStorage.Contains(property.Key)).Select(property => Written(property.Key, property.Value))).ToJsonString();

    public static TableEntity Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        return new(json.RootElement.EnumerateObject().Select(property => property.Name.Split(Type)).Zip(json.RootElement.EnumerateObject())
            .ToDictionary(property => property.First[0], property => Value(property.First.ElementAtOrDefault(1), property.Second.Value)));
    }

    static KeyValuePair<string, JsonNode?> Written(string name, object value) => value switch
    {
        string text => new(name, text),
        bool flag => new(name, flag),
        int number => new(name, number),
        long number => new($"{name}{Type}long", number.ToString(CultureInfo.InvariantCulture)),
        double number => new($"{name}{Type}double", number.ToString("R", CultureInfo.InvariantCulture)),
        DateTimeOffset moment => new($"{name}{Type}moment", moment.ToString("O", CultureInfo.InvariantCulture)),
        byte[] bytes => new($"{name}{Type}bytes", Convert.ToBase64String(bytes)),
        Guid id => new($"{name}{Type}guid", id.ToString()),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType().Name, "No type of a table's property."),
    };

    static object Value(string? type, JsonElement value) => (type, value.ValueKind) switch
    {
        (null, JsonValueKind.String) => value.GetString()!,
        (null, JsonValueKind.Number) => value.GetInt32(),
        (null, JsonValueKind.True or JsonValueKind.False) => value.GetBoolean(),
        ("long", _) => long.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        ("double", _) => double.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        ("moment", _) => DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        ("bytes", _) => value.GetBytesFromBase64(),
        ("guid", _) => value.GetGuid(),
        _ => throw new JsonException($"A backup holds a property of the unknown type {type ?? $"{value.ValueKind}"}."),
    };
}
