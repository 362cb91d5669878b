using Microsoft.AspNetCore.Http;
using Workflows.Functions.Security;
using Workflows.Functions.Security.Web;
using Workflows.Functions.Storage;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Clients;

/// <summary>The cookie of a client who entered a code. It is sent to the client's own pages alone: a worker who shows a client how it goes stays signed in elsewhere.</summary>
sealed class ClientSession(ClientSessions sessions, SafeCookies cookies) : ICallerSource
{
    /// <summary>The path of the client's own pages.</summary>
    public const string Pages = "/mijn";

    /// <summary>A browser takes a name like this only with Secure.</summary>
    string Cookie => cookies.Secure ? "__Secure-mijn" : "mijn";

    string AskedCookie => $"{Cookie}-code";

    public async ValueTask<Caller?> FindAsync(HttpRequest request, CancellationToken cancellation) =>
        request.Path.StartsWithSegments(Pages, StringComparison.Ordinal)
            && request.Cookies[Cookie] is { } cookie
            && await sessions.FindAsync(cookie, cancellation) is { } referral
            ? new Caller(CallerKind.Person, Role.Client, referral)
            : null;

    /// <summary>Signs the client of that referral in.</summary>
    public async Task StartAsync(HttpResponse response, string referral, CancellationToken cancellation) =>
        response.Cookies.Append(Cookie, await sessions.StartAsync(referral, cancellation), Options(ClientSessions.Last));

    /// <summary>Signs out, here and for whoever has the cookie.</summary>
    public async Task EndAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.Cookies[Cookie] is { } cookie)
        {
            await sessions.EndAsync(cookie, cancellation);
        }

        request.HttpContext.Response.Cookies.Delete(Cookie, Options());
    }

    /// <summary>For whom a code was asked for by this browser; null when it asked for none of late. It opens nothing.</summary>
    public string? Asked(HttpRequest request) => request.Cookies[AskedCookie] is { } lookup && TableKey.IsValid(lookup) ? lookup : null;

    /// <summary>Remembers for whom, while the client waits for the code.</summary>
    public void Remember(HttpResponse response, string lookup) => response.Cookies.Append(AskedCookie, lookup, Options(SignInCodes.Lasts));

    /// <summary>How the cookies of the client's pages are set.</summary>
    CookieOptions Options(TimeSpan? lasting = null)
    {
        var options = cookies.Options(lasting);
        options.Path = Pages;
        return options;
    }
}
