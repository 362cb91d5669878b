using Microsoft.AspNetCore.Http;

namespace Workflows.Functions.Security;

/// <summary>One way in which a caller proves who it is.</summary>
interface ICallerSource
{
    /// <returns>Null when the request does not use this way, or what it offers does not hold.</returns>
    ValueTask<Caller?> FindAsync(HttpRequest request, CancellationToken cancellation);
}
