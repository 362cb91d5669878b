using Workflows.Infra.Tests.Checks;
using Workflows.Infra.Tests.Pipelines;
using YamlDotNet.RepresentationModel;

namespace Workflows.Infra.Tests;

/// <summary>What can be told of the pipelines without GitHub and Azure.</summary>
public sealed class The_pipelines
{
    [Fact]
    public async Task Are_workflows_of_GitHub_Actions() => Assert.Empty(await PipelineLinter.FindAsync(Pipeline.All));

    [Fact]
    public void Run_what_nobody_else_can_change_with_no_more_rights_than_they_need() => Assert.Empty(PipelineCheck.Find(Pipeline.All));

    [Fact]
    public async Task Name_only_what_is_there_and_forget_no_parameter() => Assert.Empty(MentionCheck.Find(Pipeline.All, await Templates.AsTheyAre()));

    [Theory]
    [InlineData(".ci/run")]
    [InlineData(".ci/package")]
    [InlineData("dotnet build src/Workflows.Functions -p:AzureSdk=NuGet")]
    [InlineData("dotnet format Workflows.sln --verify-no-changes")]
    [InlineData("az bicep lint --file infra-bicep/main.bicep")]
    public void Run_on_each_change(string script) => Assert.Contains(script, Pipeline.All.Single(pipeline => pipeline.Root.Text("name") == "CI").Jobs.SelectMany(job => job.Scripts));

    /// <summary>What no workflow runs is forgotten within a year.</summary>
    [Fact]
    public void Renew_what_they_use() => Assert.Equal(
        Repository.Files(".", "package.json").Where(path => !path.Contains("node_modules/", StringComparison.Ordinal) && !path.StartsWith("artifacts/", StringComparison.Ordinal))
            .Select(path => $"npm /{Path.GetDirectoryName(path)!.Replace('\\', '/')}").Append("github-actions /").Append("nuget /").Order(StringComparer.Ordinal),
        ((YamlSequenceNode)Yaml.Parse(Repository.Read(".github/dependabot.yml"))["updates"]).Cast<YamlMappingNode>()
            .SelectMany(update => update.Texts("directory").Concat(update.Texts("directories")).Select(folder => $"{update.Text("package-ecosystem")} {folder}")).Order(StringComparer.Ordinal));
}
