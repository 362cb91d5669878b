using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Insights.Rollups;

/// <summary>Writes a tally as one array and reads it back.</summary>
sealed class TallyJson : JsonConverter<Tally>
{
    public override Tally Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Read();
        var (denominator, values) = (reader.GetInt32(), new List<ValueCount>());
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            var value = reader.GetString()!;
            reader.Read();
            values.Add(new(value, reader.GetInt32()));
        }

        return new(denominator, values.ToValueList());
    }

    public override void Write(Utf8JsonWriter writer, Tally value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Denominator);
        foreach (var (counted, count) in value.Values)
        {
            writer.WriteStringValue(counted);
            writer.WriteNumberValue(count);
        }

        writer.WriteEndArray();
    }
}
