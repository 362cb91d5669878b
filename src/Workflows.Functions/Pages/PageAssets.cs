using System.Security.Cryptography;

namespace Workflows.Functions.Pages;

/// <summary>The files that the pages need beside their markup, under a name that changes with their content, so that a browser may keep them for ever.</summary>
static class PageAssets
{
    /// <summary>The components of the NL Design System first, then our own: later rules win.</summary>
    public static Asset StyleSheet { get; } = Asset.Of("pages", "css", "text/css; charset=utf-8", Joined("Components/", "Styles/"));

    public static Asset Script { get; } = Asset.Of("pages", "js", "text/javascript; charset=utf-8", Joined("Scripts/"));

    public static IReadOnlyList<Asset> All { get; } = [StyleSheet, Script];

    static byte[] Joined(params ReadOnlySpan<string> folders)
    {
        var assembly = typeof(PageAssets).Assembly;
        using var joined = new MemoryStream();
        foreach (var folder in folders)
        {
            foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            {
                using var file = assembly.GetManifestResourceStream(name)!;
                file.CopyTo(joined);
                joined.Write("\n"u8);
            }
        }

        return joined.ToArray();
    }
}

/// <summary>A file, and where it is served.</summary>
/// <param name="Name">With the beginning of its hash: <c>pages.5f3a9c0e1b2d4f67.css</c>.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
sealed record Asset(string Name, string ContentType, byte[] Content)
{
    public string Address => $"/assets/{Name}";

    public static Asset Of(string name, string extension, string contentType, byte[] content) =>
        new($"{name}.{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}.{extension}", contentType, content);
}
