using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LocalRuntime.LocalPages.Page;

/// <summary>What was sent along with something, mostly JSON: laid out to be read, and folded away when it is long.</summary>
static class Payload
{
    /// <summary>Characters that stand on one line.</summary>
    const int Short = 90;

    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Beside what it belongs to.</summary>
    public static Html Beside(string? data) =>
        string.IsNullOrEmpty(data) ? Html.Empty
        : data.Length <= Short ? Html.Of($"<code>{data}</code>")
        : Folded($"{data[..Short]}…", data);

    public static Html Folded(string summary, string data, bool isOpen = false) => Html.Of($"""
        <details{(isOpen ? new Html(" open") : Html.Empty)}><summary>{summary}</summary><pre>{Links.Linked(Readable(data))}</pre></details>
        """);

    static string Readable(string data)
    {
        try
        {
            return JsonNode.Parse(data)?.ToJsonString(Indented) ?? data;
        }
        catch (JsonException)
        {
            return data;
        }
    }
}
