using YamlDotNet.RepresentationModel;

namespace Workflows.Infra.Tests.Pipelines;

/// <summary>A job of a workflow.</summary>
sealed record PipelineJob(YamlMappingNode Node)
{
    public IReadOnlyList<YamlMappingNode> Steps { get; } = [.. ((YamlSequenceNode)Node["steps"]).Cast<YamlMappingNode>()];

    /// <summary>What its steps give to a shell.</summary>
    public IEnumerable<string> Scripts => Steps.Select(step => step.Text("run")).OfType<string>();

    /// <summary>The variables of all its steps.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; } = Node.Child("env")?.Entries.ToDictionary() ?? [];

    public IReadOnlyDictionary<string, string> Permissions { get; } = Node.Child("permissions")?.Entries.ToDictionary() ?? [];
}
