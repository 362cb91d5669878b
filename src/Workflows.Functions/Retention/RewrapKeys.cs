using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Directory;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Retention;

/// <summary>Each night wraps with the current master key what an earlier version wrapped, so that the earlier one can be disabled. No dossier is opened.</summary>
sealed partial class RewrapKeys(DataKeys keys, DirectoryTable directory, ILogger<RewrapKeys> logger)
{
    [Function(nameof(RewrapKeys))]
    public async Task Run([TimerTrigger("0 30 2 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        if (await keys.RewrapAsync(cancellation) + await directory.RewrapAsync(cancellation) is var count and > 0)
        {
            Rewrapped(count);
        }
    }

    [LoggerMessage(EventId = 1350, Level = LogLevel.Information, Message = "{Count} keys and secrets are wrapped with the current master key now.")]
    partial void Rewrapped(int count);
}
