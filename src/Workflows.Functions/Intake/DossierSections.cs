using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Intake;

/// <summary>The sections of a dossier as they are stored and read.</summary>
static class DossierSections
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>The sections of a new dossier, by name.</summary>
    public static IReadOnlyDictionary<string, string> Of(NewDossier dossier)
    {
        var sections = new Dictionary<string, string>
        {
            [DossierSection.Client] = Write(dossier.Client),
            [DossierSection.Referrer] = Write(dossier.Referrer),
            [DossierSection.Question] = Write(new QuestionSection(dossier.Reasons, dossier.Question)),
            [DossierSection.Consent] = Write(dossier.Consent),
        };
        if (dossier.Unmapped.Count > 0)
        {
            sections[DossierSection.Unmapped] = Write(dossier.Unmapped);
        }

        return sections;
    }

    public static string Write<T>(T section) => JsonSerializer.Serialize(section, Options);

    /// <summary>What stands in a section that holds an object or a list; null for a text, which may begin with a bracket too: "[BSN verwijderd]".</summary>
    public static JsonNode? Structure(string section)
    {
        try
        {
            return section is ['{' or '[', ..] ? JsonNode.Parse(section, documentOptions: new() { AllowDuplicateProperties = false }) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException($"No {typeof(T).Name} in the dossier.");
}
