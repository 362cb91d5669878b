using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Workflows.Infra.Tests.Schemas;

/// <summary>The schemas of resource types, each of its newest API version that is not a preview.</summary>
static class ResourceSchemas
{
    /// <summary>Asks for all of them at once, and keeps the answer beside the build's output: the program that knows them needs seconds to start.</summary>
    public static async Task<IReadOnlyDictionary<string, ResourceSchema>> OfAsync(IReadOnlyList<string> types)
    {
        var question = string.Join(' ', types) + Repository.Read("tests/Workflows.Infra.Tests/package-lock.json");
        var kept = Path.Combine(Repository.Root, "artifacts", $"schemas-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(question)))[..16]}.json");
        if (!File.Exists(kept))
        {
            using var script = new NodeScript("schemas.mjs", types);
            var answer = await script.AnswerAsync();
            await File.WriteAllTextAsync($"{kept}.new", answer);
            File.Move($"{kept}.new", kept, overwrite: true);
        }

        var answers = JsonDocument.Parse(await File.ReadAllTextAsync(kept)).RootElement;
        return answers.EnumerateObject().ToDictionary(answer => answer.Name, answer => ResourceSchema.Of(answer.Value));
    }
}
