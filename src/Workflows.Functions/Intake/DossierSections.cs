using System.Text.Json;
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

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException($"No {typeof(T).Name} in the dossier.");
}
