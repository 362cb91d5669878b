using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Workflows.Infra.Tests.Walk;

/// <summary>The README's deployment, pasted into a shell in which <c>az</c>, <c>curl</c> and the package are stand-ins.</summary>
sealed partial class DeploymentWalk : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("walk");

    /// <summary>The commands, each with its arguments, in order.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Calls { get; private set; } = [];

    /// <summary>What the templates' parameter files found in their environment.</summary>
    public IReadOnlySet<string> Environment { get; private set; } = new HashSet<string>();

    public static async Task<DeploymentWalk> RunAsync()
    {
        var walk = new DeploymentWalk();
        await walk.WalkAsync();
        return walk;
    }

    /// <summary>A file that a command was given, as it was then.</summary>
    public string Read(string path) => File.ReadAllText(Path.Combine(folder.FullName, path));

    public void Dispose() => folder.Delete(recursive: true);

    async Task WalkAsync()
    {
        Directory.CreateDirectory(Path.Combine(folder.FullName, "artifacts"));
        Directory.CreateDirectory(Path.Combine(folder.FullName, ".ci"));
        File.CreateSymbolicLink(Path.Combine(folder.FullName, "docs"), Path.Combine(Repository.Root, "docs"));
        File.CreateSymbolicLink(Path.Combine(folder.FullName, Templates.Folder), Path.Combine(Repository.Root, Templates.Folder));
        File.CreateSymbolicLink(Path.Combine(folder.FullName, ".ci", "package"), "/bin/true");
        var calls = Path.Combine(folder.FullName, "calls");

        using var shell = Process.Start(new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", string.Concat(Blocks())])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["CALLS"] = calls, ["PATH"] = $"{Path.Combine(Repository.Tests, "Walk")}:{System.Environment.GetEnvironmentVariable("PATH")}" },
        })!;
        await shell.StandardInput.WriteLineAsync("a-key-of-sendgrid");
        shell.StandardInput.Close();
        var (said, complained) = (shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        await shell.WaitForExitAsync();
        await said;

        Assert.True(shell.ExitCode == 0, await complained);
        Calls = [.. File.ReadAllText(calls).Split("\u001f\n", StringSplitOptions.RemoveEmptyEntries).Select(call => call.Split('\u001f'))];
        Environment = File.ReadAllLines(calls + ".env").Select(line => line.Split('=')[0]).ToHashSet();
    }

    /// <summary>Every block marked <c>sh deploy</c>, in order.</summary>
    static IEnumerable<string> Blocks() => Block().Matches(Repository.Read("README.md")).Select(match => match.Groups[1].Value);

    [GeneratedRegex("^```sh deploy\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
