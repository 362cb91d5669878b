using System.Text.Json;
using System.Text.RegularExpressions;

namespace Workflows.Infra.Tests.Bicep;

/// <summary>Reads Bicep with tree-sitter's grammar.</summary>
static partial class BicepParser
{
    static readonly SemaphoreSlim OneAtATime = new(1);
    static readonly Lazy<NodeScript> Parser = new(() => new("parse.mjs"));

    public static async Task<IReadOnlyList<BicepFile>> ParseAsync(IReadOnlyDictionary<string, string> texts)
    {
        var readable = texts.ToDictionary(file => file.Key, file => Readable(file.Key, file.Value));
        var trees = JsonDocument.Parse(await AskAsync(JsonSerializer.Serialize(readable)), new() { MaxDepth = 512 }).RootElement;
        return [.. readable.Select(file => new BicepFile(file.Key, Node(trees.GetProperty(file.Key), file.Value)))];
    }

    static async Task<string> AskAsync(string line)
    {
        await OneAtATime.WaitAsync();
        try
        {
            return await Parser.Value.AskAsync(line);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    /// <summary>The grammar knows no parameter files: there <c>param x = …</c> is read as <c>var x = …</c>, which is written the same.</summary>
    static string Readable(string path, string text) =>
        path.EndsWith(".bicepparam", StringComparison.Ordinal) ? Assignment().Replace(text, "var   ") : text;

    static BicepNode Node(JsonElement tree, string text) => new(
        tree[0].GetString()!,
        tree[1].GetInt32(),
        text[tree[2].GetInt32()..tree[3].GetInt32()],
        [.. tree[4].EnumerateArray().Select(child => Node(child, text))],
        tree[5].GetBoolean());

    [GeneratedRegex("^param (?=[A-Za-z0-9]+ = )", RegexOptions.Multiline)]
    private static partial Regex Assignment();
}
