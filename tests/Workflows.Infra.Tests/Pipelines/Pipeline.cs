using YamlDotNet.RepresentationModel;

namespace Workflows.Infra.Tests.Pipelines;

/// <summary>A workflow of GitHub Actions.</summary>
/// <param name="Path">From the repository's root.</param>
/// <param name="Text">As it stands in the file.</param>
sealed record Pipeline(string Path, string Text)
{
    const string Folder = ".github/workflows";

    public static IReadOnlyList<Pipeline> All { get; } = [.. Repository.Files(Folder, "*.yml").Select(path => new Pipeline(path, Repository.Read(path)))];

    public YamlMappingNode Root { get; } = Yaml.Parse(Text);

    public IReadOnlyList<PipelineJob> Jobs => [.. Root.Child("jobs")!.Children.Values.Select(job => new PipelineJob((YamlMappingNode)job))];

    /// <summary>What it can be asked to deploy to; empty when it deploys nothing.</summary>
    public IReadOnlyList<string> Environments => [.. Root.Child("on")?.Child("workflow_dispatch")?.Child("inputs")?.Child("environment")?.Texts("options") ?? []];

    /// <summary>A copy in which one text stands for another, which must be there.</summary>
    public static Pipeline With(string name, string old, string broken)
    {
        var pipeline = All.Single(pipeline => pipeline.Path == $"{Folder}/{name}");
        Assert.Contains(old, pipeline.Text, StringComparison.Ordinal);
        return new(pipeline.Path, pipeline.Text.Replace(old, broken, StringComparison.Ordinal));
    }
}
