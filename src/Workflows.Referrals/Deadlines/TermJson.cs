using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflows.Referrals.Deadlines;

/// <summary>A term travels as its text.</summary>
sealed class TermJson : JsonConverter<Term>
{
    public override Term Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Term.TryParse(reader.GetString(), out var term)
            ? term
            : throw new JsonException($"This is not a term. Accepted: {Term.Accepted}.");

    public override void Write(Utf8JsonWriter writer, Term value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
