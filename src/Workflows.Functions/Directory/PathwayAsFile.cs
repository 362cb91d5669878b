using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Referrals.Pathways;

namespace Workflows.Functions.Directory;

/// <summary>A pathway is kept and shown as the file that this and every other organisation can take in again.</summary>
sealed class PathwayAsFile : JsonConverter<Pathway>
{
    public override Pathway? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<Pathway>(ref reader, JsonSerializerOptions.Web);

    public override void Write(Utf8JsonWriter writer, Pathway value, JsonSerializerOptions options) => writer.WriteRawValue(PathwayFile.Write(value));
}
