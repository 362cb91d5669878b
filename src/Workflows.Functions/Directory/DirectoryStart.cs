using Microsoft.Extensions.Hosting;

namespace Workflows.Functions.Directory;

/// <summary>Creates the table, and on a developer's machine fills an empty one with the sample directory.</summary>
sealed class DirectoryStart(DirectoryTable table, DirectoryStore store, IHostEnvironment environment, DirectorySettings settings) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await table.CreateAsync(cancellationToken);
        if (environment.IsDevelopment() && (await table.OrganisationsAsync(cancellationToken)).Count == 0)
        {
            await store.ImportAsync(SampleDirectory.Read(settings), cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
