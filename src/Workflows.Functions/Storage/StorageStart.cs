using Microsoft.Extensions.Hosting;

namespace Workflows.Functions.Storage;

/// <summary>Creates the tables, and reads the master key: an app that could not protect a dossier does not start.</summary>
sealed class StorageStart(Tables tables, IMasterKey master) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await master.CurrentAsync(cancellationToken);
        await tables.CreateAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
