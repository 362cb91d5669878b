using Microsoft.Extensions.Hosting;
using Workflows.Functions.Directory;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Security;

/// <summary>Who a message on the bus comes from. That its sender may write to the queue was proven to the bus; which source it is, the message says.</summary>
sealed class SourceOfMessage(DirectoryStore directory, IHostEnvironment environment, TimeProvider clock)
{
    /// <returns>The source with its scope; null when no such source is accepted.</returns>
    public async Task<Caller?> FindAsync(string? source, CancellationToken cancellation) =>
        (await directory.SharedAsync(cancellation)).Keys.FirstOrDefault(key => key.Id == source) is { Revoked: false } found
            && !(found.ExpiresAt <= clock.GetUtcNow())
            && (!found.DevelopmentOnly || environment.IsDevelopment())
            ? new Caller(CallerKind.System, Role.System, found.Id, found.Organisation, found.Practice)
            : null;
}
