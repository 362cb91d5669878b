using System.Diagnostics;

namespace Workflows.Infra.Tests;

/// <summary>A script of this folder, run by Node. It ends when its input does, at the latest with the tests.</summary>
sealed class NodeScript : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    readonly Process process;

    public NodeScript(string script, IEnumerable<string>? arguments = null) => process = Process.Start(new ProcessStartInfo("node", [script, .. arguments ?? []])
    {
        WorkingDirectory = Repository.Tests,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;

    /// <summary>Gives it a line, and waits for the line that it answers.</summary>
    /// <exception cref="InvalidOperationException">It ended.</exception>
    public async Task<string> AskAsync(string line)
    {
        await process.StandardInput.WriteLineAsync(line);
        return await AnswerAsync();
    }

    public async Task<string> AnswerAsync() =>
        await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException("The script ended without an answer.");

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
