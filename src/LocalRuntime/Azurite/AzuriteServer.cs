using System.Diagnostics;
using LocalRuntime.Worker;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Azurite;

/// <summary>Azurite's table service: used when it runs, started when it does not, stopped with the app that started it.</summary>
/// <remarks>
/// It keeps its data in memory and saves them every five seconds. So it runs in a process group of its own: neither Ctrl+C nor a kill of the
/// app takes it. One that outlived a killed app is known by its process file, and stopped at the normal stop of the run that finds it.
/// </remarks>
sealed class AzuriteServer(AzuriteInstallation? installation, ILogger logger) : IAsyncDisposable
{
    static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);
    static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(15);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    AzuriteProcess? ours;

    /// <exception cref="AzuriteException">It neither runs nor can be started.</exception>
    public async Task EnsureRunningAsync(int port, CancellationToken cancellation)
    {
        if (await TablePort.AnswersAsync(port, cancellation))
        {
            ours = installation is null ? null : AzuriteProcess.LeftBehind(installation, port);
            logger.AzuriteIsUsed(port);
            return;
        }

        if (installation is null)
        {
            throw new AzuriteException($"No Azurite answers on port {port}, and none is installed. Run 'npm ci' in the repository's root, or set {DevelopmentStorage.Setting} to another storage.");
        }

        logger.AzuriteStarts(port, installation.DataFolder);
        var started = await AzuriteProcess.StartAsync(installation, port, cancellation);
        for (var waited = Stopwatch.StartNew(); !await TablePort.AnswersAsync(port, cancellation); await Task.Delay(Pause, cancellation))
        {
            if (!started.IsRunning || waited.Elapsed > StartLimit)
            {
                throw new AzuriteException($"Azurite did not start on port {port}. Its last words, in {installation.LogFile}: {installation.LastWords()}");
            }
        }

        // Of two apps that start at the same moment only one gets the port; the other one's Azurite has ended, and the winner's is used.
        ours = started.IsRunning ? started.OwnedByThisRun() : null;
    }

    /// <summary>Ends the Azurite that this app started and waits until it has saved.</summary>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref ours, null) is { } process)
        {
            logger.AzuriteStops();
            if (!await process.StopAsync(StopLimit))
            {
                logger.AzuriteStillSaves();
            }
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();
}
