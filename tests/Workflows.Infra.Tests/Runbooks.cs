using Workflows.Infra.Tests.Checks;

namespace Workflows.Infra.Tests;

/// <summary>The pages for those whom an alert wakes up.</summary>
static class Runbooks
{
    public static IReadOnlyList<string> Names { get; } = [.. Repository.Files(AlertCheck.Runbooks, "*.md").Select(path => Path.GetFileNameWithoutExtension(path)!)];
}
