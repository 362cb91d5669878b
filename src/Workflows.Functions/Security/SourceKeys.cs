using Microsoft.AspNetCore.Http;
using Workflows.Functions.Directory;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Security;

/// <summary>The header <c>Authorization: Bearer …</c> with the API key of a source.</summary>
sealed class SourceKeys(DeveloperMachine machine, DirectoryStore directory, TimeProvider clock) : ICallerSource
{
    const string Scheme = "Bearer ";

    /// <summary>Longer than any key: what is longer is not hashed.</summary>
    const int Longest = 256;

    public async ValueTask<Caller?> FindAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.Headers.Authorization is not [{ Length: <= Longest } header] || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var offered = header[Scheme.Length..].Trim();
        SourceKey? found = null;

        // To the end, also after a match: how long it takes tells nothing about which key came close.
        foreach (var key in (await directory.SharedAsync(cancellation)).Keys)
        {
            found = key.Hash?.Matches(offered) == true ? key : found;
        }

        return found is not null && IsAccepted(found, request) ? new Caller(CallerKind.System, Role.System, found.Id, found.Organisation, found.Practice) : null;
    }

    bool IsAccepted(SourceKey key, HttpRequest request) =>
        !key.Revoked && !(key.ExpiresAt <= clock.GetUtcNow()) && (!key.DevelopmentOnly || machine.Sent(request));
}
