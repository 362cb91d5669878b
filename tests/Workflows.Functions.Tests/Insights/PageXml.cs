using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Workflows.Functions.Tests.Insights;

/// <summary>A page read as XML: close enough to it once the elements that never end do.</summary>
static partial class PageXml
{
    public static XDocument Parse(string html) =>
        XDocument.Parse(Entity().Replace(Bare().Replace(Style().Replace(Open().Replace(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal), "<$1 />"), ""), " $1=\"\""), entity => Escaped(WebUtility.HtmlDecode(entity.Value))));

    /// <summary>The cells of the first table of that name.</summary>
    public static List<string[]> Table(XDocument document, string caption) =>
    [
        .. document.Descendants("table").First(table => table.Element("caption")!.Value == caption).Descendants("tr").Skip(1)
            .Select(row => row.Elements().Select(cell => cell.Value.Trim()).ToArray()),
    ];

    /// <summary>For who wants to look at it.</summary>
    public static Task KeepAsync(string name, string html)
    {
        var folder = System.IO.Directory.CreateDirectory(Path.Combine(Settings.AppSettings.Root, "artifacts", "reports"));
        return File.WriteAllTextAsync(Path.Combine(folder.FullName, name), html);
    }

    static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    [GeneratedRegex("<((?:meta|link|input)[^>]*?) ?/?>")]
    private static partial Regex Open();

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    /// <summary>An attribute that is there or not.</summary>
    [GeneratedRegex(@" (defer|selected|value|data-once)(?=[ >/])")]
    private static partial Regex Bare();

    [GeneratedRegex("&[#A-Za-z0-9]+;")]
    private static partial Regex Entity();
}
