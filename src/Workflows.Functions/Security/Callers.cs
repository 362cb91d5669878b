using Microsoft.AspNetCore.Http;

namespace Workflows.Functions.Security;

/// <summary>Finds out who is calling.</summary>
sealed class Callers(IEnumerable<ICallerSource> sources)
{
    /// <returns>Null when nobody known is calling. Who offers two proofs is the first that holds, in the order of registration.</returns>
    public async ValueTask<Caller?> FindAsync(HttpRequest request, CancellationToken cancellation = default)
    {
        foreach (var source in sources)
        {
            if (await source.FindAsync(request, cancellation) is { } caller)
            {
                return caller;
            }
        }

        return null;
    }
}
