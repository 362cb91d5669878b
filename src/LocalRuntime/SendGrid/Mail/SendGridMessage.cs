#nullable disable   // like the official assembly, so that the same code compiles against both
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace SendGrid.Helpers.Mail;

/// <summary>A message in the form of the v3 mail/send API.</summary>
public class SendGridMessage
{
    /// <summary>As the official client writes: what HTML could take for markup is escaped, letters with accents stand as they are.</summary>
    static readonly JsonSerializerOptions Written = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>The sender.</summary>
    [JsonPropertyName("from")]
    public EmailAddress From { get; set; }

    /// <summary>The subject of every envelope that has none of its own.</summary>
    [JsonPropertyName("subject")]
    public string Subject { get; set; }

    /// <summary>The envelopes; each becomes a mail.</summary>
    [JsonPropertyName("personalizations")]
    public List<Personalization> Personalizations { get; set; }

    /// <summary>The parts of the body.</summary>
    [JsonPropertyName("content")]
    public List<Content> Contents { get; set; }

    /// <summary>A plain text body; replaces <see cref="Contents"/> when the message is written.</summary>
    [JsonIgnore]
    public string PlainTextContent { get; set; }

    /// <summary>An HTML body; replaces <see cref="Contents"/> when the message is written.</summary>
    [JsonIgnore]
    public string HtmlContent { get; set; }

    /// <summary>Mail headers of every envelope.</summary>
    [JsonPropertyName("headers")]
    public Dictionary<string, string> Headers { get; set; }

    /// <summary>Values of every envelope that come back with the events about its mail.</summary>
    [JsonPropertyName("custom_args")]
    public Dictionary<string, string> CustomArgs { get; set; }

    /// <summary>Where answers go; null for the sender.</summary>
    [JsonPropertyName("reply_to")]
    public EmailAddress ReplyTo { get; set; }

    /// <summary>Adds a recipient to an envelope, the first unless told otherwise.</summary>
    /// <exception cref="ArgumentNullException">The address is null.</exception>
    public void AddTo(EmailAddress email, int personalizationIndex = 0, Personalization personalization = null)
    {
        ArgumentNullException.ThrowIfNull(email);
        var envelope = Envelope(personalizationIndex, personalization);
        (envelope.Tos ??= []).Add(email);
    }

    /// <summary>Sets the subject of an envelope, the first unless told otherwise.</summary>
    public void SetSubject(string subject, int personalizationIndex = 0, Personalization personalization = null) =>
        Envelope(personalizationIndex, personalization).Subject = subject;

    /// <summary>Adds a mail header to an envelope, the first unless told otherwise.</summary>
    /// <exception cref="ArgumentException">The envelope holds that header with another value.</exception>
    public void AddHeader(string headerKey, string headerValue, int personalizationIndex = 0, Personalization personalization = null)
    {
        var envelope = Envelope(personalizationIndex, personalization);
        envelope.Headers = With(envelope.Headers, headerKey, headerValue);
    }

    /// <summary>Adds a custom argument to an envelope, the first unless told otherwise.</summary>
    /// <exception cref="ArgumentException">The envelope holds that argument with another value.</exception>
    public void AddCustomArg(string customArgKey, string customArgValue, int personalizationIndex = 0, Personalization personalization = null)
    {
        var envelope = Envelope(personalizationIndex, personalization);
        envelope.CustomArgs = With(envelope.CustomArgs, customArgKey, customArgValue);
    }

    /// <summary>Sets the sender.</summary>
    public void SetFrom(EmailAddress email) => From = email;

    /// <summary>Sets where answers go.</summary>
    public void SetReplyTo(EmailAddress email) => ReplyTo = email;

    /// <summary>Sets the subject of every envelope that has none of its own.</summary>
    public void SetGlobalSubject(string subject) => Subject = subject;

    /// <summary>Adds a part to the body.</summary>
    public void AddContent(string mimeType, string text) => (Contents ??= []).Add(new Content(mimeType, text));

    /// <summary>Adds a mail header to every envelope.</summary>
    /// <exception cref="ArgumentException">The message holds that header already.</exception>
    public void AddGlobalHeader(string key, string value) => (Headers ??= []).Add(key, value);

    /// <summary>Adds a custom argument to every envelope.</summary>
    /// <exception cref="ArgumentException">The message holds that argument already.</exception>
    public void AddGlobalCustomArg(string key, string value) => (CustomArgs ??= []).Add(key, value);

    /// <summary>The message as the JSON of the API: plain text first, then HTML, then the rest.</summary>
    /// <param name="useDefaultSerialization">Accepted for the sake of the official signature; both values write the same.</param>
    public string Serialize(bool useDefaultSerialization = true)
    {
        if (PlainTextContent is not null || HtmlContent is not null)
        {
            Contents = [];
            AddWhenGiven(MimeType.Text, PlainTextContent);
            AddWhenGiven(MimeType.Html, HtmlContent);
            PlainTextContent = null;
            HtmlContent = null;
        }

        if (Contents is { Count: > 1 })
        {
            Contents = [.. Contents
                .Where(content => !string.IsNullOrEmpty(content.Type) && !string.IsNullOrEmpty(content.Value))
                .OrderBy(content => content.Type == MimeType.Text ? 0 : content.Type == MimeType.Html ? 1 : 2)];
        }

        return JsonSerializer.Serialize(this, Written);
    }

    void AddWhenGiven(string mimeType, string text)
    {
        if (text is not null)
        {
            AddContent(mimeType, text);
        }
    }

    Personalization Envelope(int index, Personalization given)
    {
        Personalizations ??= [];
        if (given is not null)
        {
            Personalizations.Add(given);
            return given;
        }

        if (index > Personalizations.Count)
        {
            throw new ArgumentException($"personalizationIndex {index} must not be greater than {Personalizations.Count}");
        }

        if (index == Personalizations.Count)
        {
            Personalizations.Add(new Personalization());
        }

        return Personalizations[index];
    }

    static Dictionary<string, string> With(Dictionary<string, string> values, string key, string value) =>
        (values ?? []).Union([KeyValuePair.Create(key, value)]).ToDictionary();
}
