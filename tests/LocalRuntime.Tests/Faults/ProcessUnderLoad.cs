using System.Diagnostics;

namespace LocalRuntime.Tests.Faults;

/// <summary>The benchmarks program in its mode under-load: a process of its own with the engine in it, told and heard line by line.</summary>
sealed class ProcessUnderLoad : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    readonly Process process;
    bool isKilled;

    ProcessUnderLoad(Process process) => this.process = process;

    public static async Task<ProcessUnderLoad> StartAsync(string storage, string hub)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Workflows.Benchmarks.dll");
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, "under-load", storage, hub])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var started = new ProcessUnderLoad(process);
        Assert.Equal("ready", await started.SaysAsync());
        return started;
    }

    /// <summary>Tells it what to do, unless it was killed.</summary>
    public void Tell(string line)
    {
        if (!isKilled)
        {
            process.StandardInput.WriteLine(line);
        }
    }

    /// <summary>The next line that it says; null when it is gone.</summary>
    /// <exception cref="TimeoutException">It says nothing any more: what it was told is lost.</exception>
    public Task<string?> SaysAsync() => process.StandardOutput.ReadLineAsync().WaitAsync(Patience);

    /// <summary>SIGKILL: nothing in the process gets to run any more. What it said before is still to be heard.</summary>
    public void Kill()
    {
        isKilled = true;
        process.Kill();
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }
}
