using System.Diagnostics;
using Workflows.Functions.Tests.Settings;

namespace Workflows.Functions.Tests.Repository;

/// <summary>What is in the repository, and what is about to be.</summary>
static class CommittedFiles
{
    /// <summary>Their paths from the root, with slashes.</summary>
    public static IReadOnlyList<string> All { get; } = List();

    public static string Read(string path) => File.ReadAllText(Path.Combine(AppSettings.Root, path));

    static string[] List()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["ls-files", "--cached", "--others", "--exclude-standard"]) { WorkingDirectory = AppSettings.Root, RedirectStandardOutput = true })!;
        var paths = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        return [.. paths.Where(path => File.Exists(Path.Combine(AppSettings.Root, path)))];
    }
}
