using System.Diagnostics;
using System.Reflection;

namespace Workflows.Browser.Tests.Chromium;

/// <summary>Finds the Chromium to test with: the one that the environment variable <c>CHROMIUM</c> names, <c>chromium</c> on the PATH, or that of npm.</summary>
static class ChromiumOfThisMachine
{
    public const string Variable = "CHROMIUM";

    /// <summary>What a container without a graphics card, and a root user, need. The sandbox guards against web sites; these tests open only our own.</summary>
    public static readonly string[] Arguments = ["--no-sandbox", "--no-zygote", "--disable-dev-shm-usage", "--use-gl=angle", "--use-angle=swiftshader", "--font-render-hinting=none"];

    /// <exception cref="InvalidOperationException">There is none; the message says how to get one.</exception>
    public static async Task<string> PathAsync() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : OnPath() ?? await FromNpmAsync();

    static string? OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists);

    static async Task<string> FromNpmAsync()
    {
        var folder = typeof(ChromiumOfThisMachine).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(data => data.Key == "ChromiumFolder").Value!;
        using var node = Process.Start(new ProcessStartInfo("node", ["where.js"]) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var path = (await node.StandardOutput.ReadToEndAsync()).Trim();
        await node.WaitForExitAsync();
        return File.Exists(path)
            ? path
            : throw new InvalidOperationException($"No Chromium: npm has one for Linux only. Name one in the environment variable {Variable}, or put 'chromium' on the PATH.");
    }
}
