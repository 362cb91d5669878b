using System.Text.RegularExpressions;
using Workflows.Infra.Tests.Pipelines;

namespace Workflows.Infra.Tests.Checks;

/// <summary>Pipelines that run what somebody else can change, may more than they need, or make texts into scripts.</summary>
static partial class PipelineCheck
{
    /// <summary>The most that a job may ask for.</summary>
    static readonly Dictionary<string, string> Rights = new() { ["contents"] = "read", ["actions"] = "read", ["id-token"] = "write" };

    public static IEnumerable<string> Find(IEnumerable<Pipeline> pipelines) => pipelines.SelectMany(pipeline =>
        Unpinned(pipeline).Concat(Rightful(pipeline)).Concat(Mixed(pipeline)).Concat(Secrets(pipeline)).Select(problem => $"{pipeline.Path}: {problem}"));

    /// <summary>A tag can be moved to other code; a commit stays. The version beside it is what people and Dependabot read.</summary>
    static IEnumerable<string> Unpinned(Pipeline pipeline) =>
        from match in Action().Matches(pipeline.Text)
        let action = match.Groups[1].Value
        where !Pinned().IsMatch(action)
        select $"{action} is not pinned to a commit with its version beside it";

    static IEnumerable<string> Rightful(Pipeline pipeline)
    {
        if (pipeline.Root.Child("permissions")?.Entries.ToList() is not [("contents", "read")])
        {
            yield return "a job without permissions of its own may more than read the code";
        }

        foreach (var (right, level) in pipeline.Jobs.SelectMany(job => job.Permissions).Where(asked => Rights.GetValueOrDefault(asked.Key) != asked.Value))
        {
            yield return $"a job asks for {right}: {level}";
        }

        if (pipeline.Jobs.SelectMany(job => job.Steps).Any(step => step.Text("uses")?.StartsWith("actions/checkout@", StringComparison.Ordinal) is true && step.Child("with")?.Text("persist-credentials") is not "false"))
        {
            yield return "a checkout leaves its credentials behind";
        }
    }

    /// <summary>An expression becomes part of the script before the shell reads it; a variable does not.</summary>
    static IEnumerable<string> Mixed(Pipeline pipeline) =>
        pipeline.Jobs.SelectMany(job => job.Scripts).SelectMany(script => Expression().Matches(script)).Select(match => $"{match.Value} stands in a script");

    /// <summary>The app's secrets are in its vault, and to sign in takes none.</summary>
    static IEnumerable<string> Secrets(Pipeline pipeline) => Secret().Matches(pipeline.Text).Select(match => $"{match.Value} is used");

    [GeneratedRegex("uses: (.+)")]
    private static partial Regex Action();

    [GeneratedRegex(@"^[\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"\$\{\{.*?\}\}")]
    private static partial Regex Expression();

    [GeneratedRegex(@"\bsecrets\.\w+")]
    private static partial Regex Secret();
}
