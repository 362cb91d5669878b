using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Pathways;

/// <summary>Pathways in and out as JSON files, for exchange between organisations. Neither way lets personal data through.</summary>
public static class PathwayFile
{
    static readonly JsonSerializerOptions Indented = new(JsonSerializerOptions.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,   // Dutch names stay readable; the file is no HTML
    };

    /// <summary>The JSON Schema that a file follows.</summary>
    public static string Schema { get; } = new StreamReader(typeof(PathwayFile).Assembly.GetManifestResourceStream("Pathways/pathway.schema.json")!).ReadToEnd();

    static readonly JsonSchema Form = new(JsonDocument.Parse(Schema).RootElement);

    /// <summary>Reads and checks a file: its form by the schema, then whether it makes sense. All problems are named, each with its line.</summary>
    /// <param name="json">The text of the file.</param>
    /// <param name="plugIns">The ids of instruments that are installed beside those that come with the product.</param>
    public static PathwayReading Read(string json, params IEnumerable<string> plugIns)
    {
        JsonPlaces places;
        JsonDocument document;
        try
        {
            var bytes = Encoding.UTF8.GetBytes(json);
            places = new(bytes);
            document = JsonDocument.Parse(bytes);
        }
        catch (JsonException broken)
        {
            return new(null, [new((int)(broken.LineNumber ?? 0) + 1, "", "json", new("Dit is geen geldige JSON.", $"This is no valid JSON: {broken.Message}"))]);
        }

        using (document)
        {
            Finding[] findings =
            [
                .. places.Repeated.Select(pointer => new Finding(pointer, "repeated", "Deze naam staat er twee keer.", "This name is given twice.")),
                .. Form.Check(document.RootElement),
                .. PathwayPrivacy.Check(document.RootElement, ""),
            ];
            if (findings.Length > 0)
            {
                return Refused(findings, places);
            }

            var pathway = document.Deserialize<Pathway>(JsonSerializerOptions.Web)!;
            Finding[] nonsense = [.. PathwaySense.Check(pathway, [.. plugIns])];
            return nonsense.Length > 0 ? Refused(nonsense, places) : new(pathway, []);
        }
    }

    /// <summary>The file of a pathway. Reading it gives the same pathway.</summary>
    /// <param name="pathway">The pathway.</param>
    /// <exception cref="ArgumentException">A text of the pathway holds what looks like personal data.</exception>
    public static string Write(Pathway pathway)
    {
        var json = JsonSerializer.SerializeToNode(pathway, Indented)!;
        foreach (var rule in json["targetGroup"]!.AsArray().Select(rule => rule!.AsObject()))
        {
            foreach (var absent in rule.Where(condition => condition.Value is null).Select(condition => condition.Key).ToArray())
            {
                rule.Remove(absent);
            }
        }

        return PathwayPrivacy.Check(json.Deserialize<JsonElement>(), "").FirstOrDefault() is { } finding
            ? throw new ArgumentException($"{finding.Pointer}: {finding.Detail.En}", nameof(pathway))
            : json.ToJsonString(Indented) + "\n";
    }

    static PathwayReading Refused(IEnumerable<Finding> findings, JsonPlaces places) =>
        new(null, findings
            .Select(finding => new PathwayProblem(places.LineOf(finding.Pointer), finding.Pointer, finding.Code, finding.Detail))
            .OrderBy(problem => problem.Line)
            .ToValueList());
}
