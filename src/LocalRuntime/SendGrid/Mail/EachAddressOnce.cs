using System.Text.Json;
using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>Writes a list of recipients without repeats: the API refuses a message that names one twice.</summary>
sealed class EachAddressOnce : JsonConverter<List<EmailAddress>>
{
    public override List<EmailAddress>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Messages are written, never read.");

    public override void Write(Utf8JsonWriter writer, List<EmailAddress> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Distinct(), options);
}
