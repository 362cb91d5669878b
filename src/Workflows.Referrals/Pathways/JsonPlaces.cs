using System.Globalization;
using System.Text.Json;

namespace Workflows.Referrals.Pathways;

/// <summary>On which line each value of a JSON text begins, and which names are given twice: what a parsed document no longer tells.</summary>
sealed class JsonPlaces
{
    readonly Dictionary<string, int> lines = [];
    readonly List<string> repeated = [];

    /// <summary>Reads the text once.</summary>
    /// <exception cref="JsonException">The text is no JSON; the exception knows the line.</exception>
    public JsonPlaces(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        var (line, seen) = (1, 0);
        var containers = new Stack<(string Pointer, int Items)>();
        var pointer = "";

        while (reader.Read())
        {
            line += json.AsSpan(seen..(int)reader.TokenStartIndex).Count((byte)'\n');
            seen = (int)reader.TokenStartIndex;

            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
            {
                MustBeText(reader, line);
            }

            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    pointer = Below(containers.Peek().Pointer, reader.GetString()!);
                    if (!lines.TryAdd(pointer, line))
                    {
                        repeated.Add(pointer);
                    }

                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    containers.Pop();
                    continue;
            }

            if (containers.TryPop(out var container))
            {
                if (container.Items >= 0)
                {
                    pointer = Below(container.Pointer, container.Items++.ToString(CultureInfo.InvariantCulture));
                }

                containers.Push(container);
            }

            lines.TryAdd(pointer, line);
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                containers.Push((pointer, reader.TokenType == JsonTokenType.StartArray ? 0 : -1));
            }
        }
    }

    /// <summary>The pointers of names that stand twice in their object.</summary>
    public IReadOnlyList<string> Repeated => repeated;

    /// <summary>The line of a value, or of what holds it when the value is missing.</summary>
    public int LineOf(string pointer)
    {
        while (!lines.ContainsKey(pointer) && pointer.Length > 0)
        {
            pointer = pointer[..pointer.LastIndexOf('/')];
        }

        return lines.GetValueOrDefault(pointer, 1);
    }

    /// <summary>A reader takes half of a surrogate pair for granted (\ud800), and whoever asks for the text fails.</summary>
    static void MustBeText(Utf8JsonReader reader, int line)
    {
        try
        {
            reader.GetString();
        }
        catch (InvalidOperationException broken)
        {
            throw new JsonException("a text holds half of a surrogate pair.", path: null, line - 1, bytePositionInLine: null, broken);
        }
    }

    /// <summary>The pointer of a name or index below another (RFC 6901).</summary>
    public static string Below(string pointer, string name) =>
        $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
}
