#nullable disable   // like the official assembly, so that the same code compiles against both
using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>One part of a mail's body.</summary>
public class Content
{
    /// <summary>An empty part.</summary>
    public Content()
    {
    }

    /// <summary>A part of the given content type.</summary>
    public Content(string type, string value)
    {
        Type = type;
        Value = value;
    }

    /// <summary>The content type, as in <see cref="MimeType"/>.</summary>
    [JsonPropertyName("type")]
    public string Type { get; set; }

    /// <summary>The text.</summary>
    [JsonPropertyName("value")]
    public string Value { get; set; }
}
