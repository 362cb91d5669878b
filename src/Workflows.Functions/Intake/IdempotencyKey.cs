using Microsoft.AspNetCore.Http;
using Workflows.Functions.Problems;

namespace Workflows.Functions.Intake;

/// <summary>The header <c>Idempotency-Key</c>: names a request, so that sending it again does not do it again.</summary>
static class IdempotencyKey
{
    public const int Longest = 200;

    /// <summary>The problem with the header; null when it is absent or good. <paramref name="key"/> is then what the caller sent.</summary>
    public static Problem? Refuses(HttpRequest request, out string? key)
    {
        key = request.Headers["Idempotency-Key"] is [{ Length: > 0 } sent] ? sent : null;
        return request.Headers.ContainsKey("Idempotency-Key") && key is not { Length: <= Longest }
            ? Problem.Of(ProblemKind.BadIdempotencyKey, Longest)
            : null;
    }
}
