using System.Text.Json;

namespace Workflows.Infra.Tests.Pipelines;

/// <summary>What actionlint finds: syntax, expressions, jobs and contexts that are not there, texts of strangers in a script.</summary>
static class PipelineLinter
{
    public static async Task<IReadOnlyList<string>> FindAsync(IEnumerable<Pipeline> pipelines)
    {
        using var linter = new NodeScript("lint.mjs");
        return JsonSerializer.Deserialize<List<string>>(await linter.AskAsync(JsonSerializer.Serialize(pipelines.ToDictionary(pipeline => pipeline.Path, pipeline => pipeline.Text))))!;
    }
}
