using System.Text.RegularExpressions;
using Workflows.Infra.Tests.Pipelines;

namespace Workflows.Infra.Tests.Checks;

/// <summary>Paths, parameters and outputs that a pipeline names and nobody has, and parameters that it forgets.</summary>
static partial class MentionCheck
{
    /// <summary>Who a pipeline is in Azure, and where: no parameters of a template.</summary>
    static readonly string[] OfTheSignIn = ["AZURE_CLIENT_ID", "AZURE_TENANT_ID", "AZURE_SUBSCRIPTION_ID", "AZURE_RESOURCE_GROUP"];

    public static IEnumerable<string> Find(IEnumerable<Pipeline> pipelines, Templates templates) => pipelines.SelectMany(pipeline =>
        Paths(pipeline).Concat(Outputs(pipeline, templates)).Concat(Parameters(pipeline, templates)).Select(problem => $"{pipeline.Path}: {problem}"));

    static IEnumerable<string> Paths(Pipeline pipeline) =>
        from environment in pipeline.Environments.DefaultIfEmpty("")
        let text = pipeline.Text.Replace("${{ inputs.environment }}", environment, StringComparison.Ordinal)
        from path in Path().Matches(text).Select(match => match.Value).Distinct()
        where !System.IO.Path.Exists(System.IO.Path.Combine(Repository.Root, path))
        select $"there is no {path}";

    static IEnumerable<string> Outputs(Pipeline pipeline, Templates templates) =>
        Output().Matches(pipeline.Text).Select(match => match.Groups[1].Value)
            .Except(templates.File("main.bicep").Outputs.Select(output => output.Name))
            .Select(output => $"main.bicep has no output {output}");

    /// <summary>A job that builds the parameter files has what they cannot be without; one that deploys has all that they read.</summary>
    static IEnumerable<string> Parameters(Pipeline pipeline, Templates templates)
    {
        var read = templates.Files.Where(file => file.IsParameters).SelectMany(file => Read().Matches(file.Root.Text))
            .ToLookup(match => match.Groups[1].Value, match => match.Groups[2].Success);
        var deploys = pipeline.Environments.Count > 0;
        var unset =
            from job in pipeline.Jobs.Where(job => job.Scripts.Concat(job.Environment.Values).Any(text => text.Contains(".bicepparam", StringComparison.Ordinal)))
            from parameter in read
            where !job.Environment.ContainsKey(parameter.Key) && (deploys || !parameter.Any(hasDefault => hasDefault))
            select $"a parameter file reads {parameter.Key}, which is not set";
        return Variable().Matches(pipeline.Text).Select(match => match.Groups[1].Value).Except(OfTheSignIn)
            .Where(name => !read.Contains(name)).Select(name => $"no parameter file reads {name}")
            .Concat(unset);
    }

    [GeneratedRegex(@"(?<![\w.-])(?:\.ci|\.github|docs|infra-bicep|src|tests)/[\w./-]*\w|\w+\.sln|global\.json")]
    private static partial Regex Path();

    [GeneratedRegex(@"\.(\w+)\.value\b")]
    private static partial Regex Output();

    [GeneratedRegex(@"\bvars\.(\w+)")]
    private static partial Regex Variable();

    [GeneratedRegex(@"readEnvironmentVariable\('(\w+)'(, )?")]
    private static partial Regex Read();
}
