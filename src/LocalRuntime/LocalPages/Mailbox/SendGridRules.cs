using System.Net.Mail;
using System.Text.Json;

namespace LocalRuntime.LocalPages.Mailbox;

/// <summary>What the v3 mail/send API refuses, as far as a message without templates and attachments can meet it.</summary>
static class SendGridRules
{
    /// <summary>Headers that the API sets itself and refuses from a sender.</summary>
    static readonly HashSet<string> ReservedHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "x-sg-id", "x-sg-eid", "received", "dkim-signature", "content-type", "content-transfer-encoding", "to", "from", "subject", "reply-to", "cc", "bcc",
    };

    /// <summary>Everything that is wrong with a request, in the order of its fields.</summary>
    public static IEnumerable<SendGridError> Errors(JsonElement mail)
    {
        if (mail.ValueKind != JsonValueKind.Object)
        {
            return [new("The body must be a JSON object.", null)];
        }

        return [.. Envelopes(mail), .. Sender(mail), .. Subject(mail), .. Contents(mail), .. Headers(mail, ""), .. CustomArguments(mail, "")];
    }

    static IEnumerable<SendGridError> Envelopes(JsonElement mail)
    {
        var envelopes = Items(mail, "personalizations");
        if (envelopes.Count == 0)
        {
            yield return new("At least one personalization is required.", "personalizations");
        }

        for (var index = 0; index < envelopes.Count; index++)
        {
            var path = $"personalizations.{index}.";
            foreach (var error in Recipients(envelopes[index], path).Concat(Headers(envelopes[index], path)).Concat(CustomArguments(envelopes[index], path)))
            {
                yield return error;
            }
        }
    }

    static IEnumerable<SendGridError> Recipients(JsonElement envelope, string path)
    {
        var recipients = Items(envelope, "to");
        if (recipients.Count == 0)
        {
            yield return new("At least one recipient with a valid email address is required.", $"{path}to");
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < recipients.Count; index++)
        {
            if (Text(recipients[index], "email") is not { } email || !IsAddress(email))
            {
                yield return new("The email address is missing or not valid.", $"{path}to.{index}.email");
            }
            else if (!seen.Add(email))
            {
                yield return new("An email address may stand in a personalization only once.", path.TrimEnd('.'));
            }
        }
    }

    static IEnumerable<SendGridError> Sender(JsonElement mail)
    {
        if (Member(mail, "from") is not { } from || Text(from, "email") is not { } email || !IsAddress(email))
        {
            yield return new("A sender with a valid email address is required.", "from.email");
        }
    }

    static IEnumerable<SendGridError> Subject(JsonElement mail)
    {
        var envelopes = Items(mail, "personalizations");
        if (string.IsNullOrEmpty(Text(mail, "subject")) && (envelopes.Count == 0 || envelopes.Any(envelope => string.IsNullOrEmpty(Text(envelope, "subject")))))
        {
            yield return new("A subject is required, for the message or for every personalization.", "subject");
        }
    }

    static IEnumerable<SendGridError> Contents(JsonElement mail)
    {
        var contents = Items(mail, "content");
        if (contents.Count == 0)
        {
            yield return new("At least one content is required.", "content");
        }

        for (var index = 0; index < contents.Count; index++)
        {
            var type = Text(contents[index], "type");
            if (string.IsNullOrEmpty(type))
            {
                yield return new("The content type is required.", $"content.{index}.type");
            }

            if (string.IsNullOrEmpty(Text(contents[index], "value")))
            {
                yield return new("The content must be a string of at least one character.", $"content.{index}.value");
            }

            if (index > 0 && type == "text/plain")
            {
                yield return new("text/plain comes first, then text/html, then the others.", "content");
            }
        }
    }

    static IEnumerable<SendGridError> Headers(JsonElement holder, string path) =>
        Texts(holder, "headers", path).Concat(
            Members(holder, "headers").Where(header => ReservedHeaders.Contains(header.Name))
                .Select(header => new SendGridError("This header is set by the API.", $"{path}headers.{header.Name}")));

    static IEnumerable<SendGridError> CustomArguments(JsonElement holder, string path) => Texts(holder, "custom_args", path);

    static IEnumerable<SendGridError> Texts(JsonElement holder, string name, string path) =>
        Members(holder, name).Where(member => member.Value.ValueKind != JsonValueKind.String)
            .Select(member => new SendGridError("The value must be a string.", $"{path}{name}.{member.Name}"));

    static bool IsAddress(string email) => MailAddress.TryCreate(email, out var address) && address.Address == email;

    static JsonElement? Member(JsonElement holder, string name) =>
        holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty(name, out var member) ? member : null;

    static string? Text(JsonElement holder, string name) =>
        Member(holder, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    static List<JsonElement> Items(JsonElement holder, string name) =>
        Member(holder, name) is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray()] : [];

    static List<JsonProperty> Members(JsonElement holder, string name) =>
        Member(holder, name) is { ValueKind: JsonValueKind.Object } members ? [.. members.EnumerateObject()] : [];
}
