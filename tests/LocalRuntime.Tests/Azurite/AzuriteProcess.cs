using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace LocalRuntime.Tests.Azurite;

/// <summary>An Azurite with tables, or with blobs, in memory, on a free port of loopback.</summary>
sealed class AzuriteProcess : IDisposable
{
    /// <summary>Ends when its input ends, and that happens when the test process goes, however it goes.</summary>
    const string Script = "process.stdin.on('end', () => process.exit()).resume(); require('./node_modules/azurite/dist/src/SERVICE/main.js')";

    const string Started = "successfully";

    /// <summary>Held, or its input would end with the next garbage collection, and Azurite with it.</summary>
    readonly Process process;

    AzuriteProcess(Process process, string service, int port)
    {
        this.process = process;
        ConnectionString = string.Create(
            CultureInfo.InvariantCulture,
            $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={Key};{service}Endpoint=http://127.0.0.1:{port}/devstoreaccount1;");
    }

    /// <summary>The key that every Azurite has, known to all.</summary>
    static string Key => "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public string ConnectionString { get; }

    public static Task<AzuriteProcess> StartAsync() => StartAsync("Table");

    public static Task<AzuriteProcess> StartBlobsAsync() => StartAsync("Blob");

    static async Task<AzuriteProcess> StartAsync(string service)
    {
        var name = service.ToLowerInvariant();
        var port = FreePort();
        var process = Process.Start(new ProcessStartInfo("node")
        {
            ArgumentList =
            {
                "-e", Script.Replace("SERVICE", name, StringComparison.Ordinal), "--", "azurite", $"--{name}Host", "127.0.0.1", $"--{name}Port", port.ToString(CultureInfo.InvariantCulture),
                "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--inMemoryPersistence",
            },
            WorkingDirectory = Repository(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;

        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains(Started, StringComparison.Ordinal))
            {
                _ = process.StandardOutput.ReadToEndAsync();   // read on, so that it never blocks on a full pipe
                return new AzuriteProcess(process, service, port);
            }
        }

        throw new InvalidOperationException($"Azurite did not start on port {port}; 'npm ci' in {Repository()} brings it.");
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Workflows.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }
}
