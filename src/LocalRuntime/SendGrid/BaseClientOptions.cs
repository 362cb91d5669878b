#nullable disable   // like the official assembly, so that the same code compiles against both
using System.Net.Http.Headers;

namespace SendGrid;

/// <summary>Where and how a client calls the API.</summary>
public class BaseClientOptions
{
    /// <summary>Headers that are added to every request.</summary>
    public Dictionary<string, string> RequestHeaders { get; set; } = [];

    /// <summary>The base URL, with or without a slash at its end.</summary>
    public string Host { get; set; }

    /// <summary>The first segment of the path.</summary>
    public string Version { get; set; } = "v3";

    /// <summary>The path of a call that names none; sending mail names its own.</summary>
    public string UrlPath { get; set; }

    /// <summary>The value of the Authorization header.</summary>
    public AuthenticationHeaderValue Auth { get; set; }
}
