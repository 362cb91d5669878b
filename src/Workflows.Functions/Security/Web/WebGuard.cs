using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Workflows.Functions.Problems;

namespace Workflows.Functions.Security.Web;

/// <summary>What is asked of every HTTP request beside who may call: not too often, not from a page of another site, and a form with its token.</summary>
sealed class WebGuard(RateLimits limits, OwnOrigin origin, IAntiforgery antiforgery)
{
    /// <summary>Bytes: a form's texts, or a small file.</summary>
    const int LargestForm = 256 * 1024;

    /// <summary>Why the request goes no further; null when it does.</summary>
    /// <param name="http">The request, with the caller among its features when there is one.</param>
    /// <param name="policy">The function's policy.</param>
    public async ValueTask<Problem?> RefusesAsync(HttpContext http, Policy policy)
    {
        var caller = http.Features.Get<Caller>();
        if (limits.WaitOf(http, policy, caller) is { } wait)
        {
            return Problem.Of(ProblemKind.TooManyRequests, wait) with { RetryAfter = wait };
        }

        // Pages are sent forms; programs that send JSON without saying so are told, and not that their form is wrong.
        if (http.Request.HasFormContentType && !policy.IsSigned && http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            return Problem.Of(ProblemKind.UnsupportedMediaType);
        }

        if (http.Request.HasFormContentType && await UnreadableAsync(http.Request) is { } unreadable)
        {
            return unreadable;
        }

        // A signature or a key is never sent along by a browser by itself.
        if (policy.IsSigned || caller is { Kind: CallerKind.System })
        {
            return null;
        }

        return origin.Sent(http.Request) && (caller is null || !http.Request.HasFormContentType || await antiforgery.IsRequestValidAsync(http))
            ? null
            : Problem.Of(ProblemKind.FromElsewhere);
    }

    /// <summary>Why the form cannot be read: it keeps not to its own format or not to our limits; null when it can. It is read once: who asks for it later gets what was read here.</summary>
    static async Task<Problem?> UnreadableAsync(HttpRequest request)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LargestForm;
        }

        try
        {
            await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Problem.Of(ProblemKind.TooLarge, LargestForm / 1024);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException or NotSupportedException)   // the last for an encoding that nobody should use
        {
            return Problem.Of(ProblemKind.BadRequest);
        }
    }
}
