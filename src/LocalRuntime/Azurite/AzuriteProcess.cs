using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace LocalRuntime.Azurite;

/// <summary>A running Azurite that was started from here.</summary>
sealed class AzuriteProcess
{
    // Node starts the server detached, in a session of its own on Unix and without a console on Windows, and says its process id.
    const string Launcher = """
        const [script, folder, port, log] = process.argv.slice(1);
        const out = require('fs').openSync(log, 'a');
        const server = require('child_process').spawn(process.execPath,
          [script, '--silent', '--skipApiVersionCheck', '--disableTelemetry', '--location', folder, '--tableHost', '127.0.0.1', '--tablePort', port],
          { detached: true, windowsHide: true, cwd: folder, stdio: ['ignore', out, out] });
        console.log(server.pid);
        server.unref();
        """;

    readonly Process process;
    readonly string file;

    AzuriteProcess(Process process, string file) => (this.process, this.file) = (process, file);

    public bool IsRunning => !process.HasExited;

    /// <exception cref="AzuriteException">Node is missing or failed.</exception>
    public static async Task<AzuriteProcess> StartAsync(AzuriteInstallation installation, int port, CancellationToken cancellation)
    {
        Directory.CreateDirectory(installation.DataFolder);
        var portText = port.ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo("node", ["-e", Launcher, installation.Script, installation.DataFolder, portText, installation.LogFile])
        {
            RedirectStandardOutput = true,
        };

        try
        {
            using var launcher = Process.Start(start)!;
            var id = await launcher.StandardOutput.ReadLineAsync(cancellation);
            var server = Process.GetProcessById(int.Parse(id ?? "", CultureInfo.InvariantCulture));
            return new(server, installation.ProcessFile(port));
        }
        catch (Win32Exception missing)
        {
            throw new AzuriteException("Azurite needs Node.js, and 'node' was not found. Install Node.js 20 or later.", missing);
        }
        catch (Exception failure) when (failure is FormatException or ArgumentException)
        {
            throw new AzuriteException($"Azurite could not be started. Its last words, in {installation.LogFile}: {installation.LastWords()}", failure);
        }
    }

    /// <summary>The one that a run of the app started which was killed, and so could not stop it. From now on it is this run's.</summary>
    public static AzuriteProcess? LeftBehind(AzuriteInstallation installation, int port)
    {
        var file = installation.ProcessFile(port);
        return File.Exists(file)
            && File.ReadAllLines(file) is [var server, var owner]
            && ProcessIdentity.Find(owner) is null
            && ProcessIdentity.Find(server) is { } process ? new AzuriteProcess(process, file).OwnedByThisRun() : null;
    }

    /// <summary>Writes down that this run is the one to stop it.</summary>
    public AzuriteProcess OwnedByThisRun()
    {
        using var app = Process.GetCurrentProcess();
        File.WriteAllLines(file, [ProcessIdentity.Of(process), ProcessIdentity.Of(app)]);
        return this;
    }

    /// <summary>Ends it and waits until it has saved. One that takes longer goes on saving by itself; the next start finds it.</summary>
    /// <returns>False when it took longer.</returns>
    public async Task<bool> StopAsync(TimeSpan limit)
    {
        // The table service saves at an interrupt; the terminate signal, at which the whole of Azurite saves, would end it unsaved.
        if (OperatingSystem.IsWindows())
        {
            process.Kill();
        }
        else
        {
            using var interrupt = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await interrupt.WaitForExitAsync();
        }

        using var tooLate = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(tooLate.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }

        File.Delete(file);
        process.Dispose();
        return true;
    }
}
