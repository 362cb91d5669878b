using System.Text;
using System.Text.Json;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Insights;

/// <summary>A kind of data file that figures are made with: its form by a schema, then whether it makes sense. It travels between organisations: personal data has no place in it.</summary>
/// <param name="schema">The JSON Schema that a file follows.</param>
/// <param name="sense">What a schema cannot say.</param>
sealed class DataFile<T>(string schema, Func<T, IEnumerable<Finding>> sense)
    where T : class
{
    readonly JsonSchema form = new(JsonDocument.Parse(schema).RootElement);

    /// <summary>Reads and checks a file. All problems are named.</summary>
    public DataReading<T> Read(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        try
        {
            var places = new JsonPlaces(bytes);
            using var document = JsonDocument.Parse(bytes);
            Finding[] findings =
            [
                .. places.Repeated.Select(pointer => new Finding(pointer, "repeated", "Deze naam staat er twee keer.", "This name is given twice.")),
                .. form.Check(document.RootElement),
                .. PathwayPrivacy.Check(document.RootElement, ""),
            ];
            var value = findings.Length > 0 ? null : document.Deserialize<T>(JsonSerializerOptions.Web)!;
            findings = value is null ? findings : [.. sense(value)];
            return new(findings.Length > 0 ? null : value, [.. findings.Select(finding => new DataProblem(places.LineOf(finding.Pointer), finding.Pointer, finding.Code, finding.Detail))]);
        }
        catch (JsonException broken)
        {
            return new(null, [new((int)(broken.LineNumber ?? 0) + 1, "", "json", new("Dit is geen geldige JSON.", "This is no valid JSON."))]);
        }
    }

    /// <summary>The content of a file that must be right.</summary>
    /// <exception cref="InvalidDataException">It is wrong; the message says where.</exception>
    public T Require(string json)
    {
        var reading = Read(json);
        return reading.Value ?? throw new InvalidDataException($"{reading.Problems[0].Pointer}: {reading.Problems[0].Detail.En}");
    }
}

/// <summary>A data file that was read: its content, or all that is wrong with it.</summary>
/// <param name="Value">The content; null when there are problems.</param>
/// <param name="Problems">The problems; empty when there is a content.</param>
public sealed record DataReading<T>(T? Value, ValueList<DataProblem> Problems)
    where T : class;

/// <summary>What is wrong in a data file, and where.</summary>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Pointer">The place as a JSON pointer (RFC 6901).</param>
/// <param name="Code">A code of the kind of problem.</param>
/// <param name="Detail">What was wrong and what is accepted.</param>
public sealed record DataProblem(int Line, string Pointer, string Code, LocalText Detail);

/// <summary>The data files that come with the product.</summary>
static class Resources
{
    public static string Text(string file)
    {
        using var stream = new StreamReader(typeof(Resources).Assembly.GetManifestResourceStream($"Insights/{file}")!);
        return stream.ReadToEnd();
    }
}
