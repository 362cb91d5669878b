using System.Text.Json;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Intake;

/// <summary>The sections of a dossier as they are stored and read.</summary>
static class DossierSections
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>The sections of a new dossier, by name.</summary>
    public static IReadOnlyDictionary<string, string> Of(NewDossier dossier) => new Dictionary<string, string>
    {
        [DossierSection.Client] = JsonSerializer.Serialize(dossier.Client, Options),
        [DossierSection.Referrer] = JsonSerializer.Serialize(dossier.Referrer, Options),
        [DossierSection.Question] = JsonSerializer.Serialize(new QuestionSection(dossier.Reasons, dossier.Question), Options),
        [DossierSection.Consent] = JsonSerializer.Serialize(dossier.Consent, Options),
    };

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException($"No {typeof(T).Name} in the dossier.");
}
