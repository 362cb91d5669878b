#nullable disable   // like the official assembly, so that the same code compiles against both
using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>One envelope of a message: its recipients, and what is different for them.</summary>
public class Personalization
{
    /// <summary>The recipients; a repeated address is written once.</summary>
    [JsonPropertyName("to")]
    [JsonConverter(typeof(EachAddressOnce))]
    public List<EmailAddress> Tos { get; set; }

    /// <summary>The subject for these recipients; null takes the message's.</summary>
    [JsonPropertyName("subject")]
    public string Subject { get; set; }

    /// <summary>Mail headers for these recipients.</summary>
    [JsonPropertyName("headers")]
    public Dictionary<string, string> Headers { get; set; }

    /// <summary>Values that come back with every event about this mail.</summary>
    [JsonPropertyName("custom_args")]
    public Dictionary<string, string> CustomArgs { get; set; }
}
