using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Workflows.Functions.Tests;

/// <summary>One real Azurite (its table service) for all tests of this project, in memory, on a free port. It ends with the test process, however that ends.</summary>
static class Azurite
{
    /// <summary>Well known: every development storage has this account and key.</summary>
    const string Account = "AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>Azurite exits when the pipe from this process closes, so that a killed test run leaves none behind.</summary>
    const string ExitWithUs = "process.stdin.on('end', () => process.exit()).resume(); require(process.argv[1])";

    static readonly Lazy<Task<string>> Started = new(StartAsync);

    /// <summary>Held for as long as the tests run: collected, it would close the pipe.</summary>
    static Process? process;

    public static Task<string> ConnectionStringAsync() => Started.Value;

    static async Task<string> StartAsync()
    {
        var port = FreePort();
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])["-e", ExitWithUs, Path.Combine(RepositoryRoot(), "node_modules/azurite/dist/src/table/main.js"),
            "--tablePort", $"{port}", "--skipApiVersionCheck", "--disableTelemetry", "--inMemoryPersistence"])
        {
            start.ArgumentList.Add(argument);
        }

        var ready = new TaskCompletionSource();
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, output) =>
        {
            if (output.Data is null)
            {
                ready.TrySetException(new InvalidOperationException("Azurite did not start."));
            }
            else if (output.Data.Contains("successfully started", StringComparison.Ordinal))
            {
                ready.TrySetResult();
            }
        };
        process.BeginOutputReadLine();
        await ready.Task;
        return $"DefaultEndpointsProtocol=http;{Account};TableEndpoint=http://127.0.0.1:{port}/devstoreaccount1;";
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Workflows.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }
}
