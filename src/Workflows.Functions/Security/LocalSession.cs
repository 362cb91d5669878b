using Microsoft.AspNetCore.Http;
using Workflows.Functions.Security.Web;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Security;

/// <summary>The cookie of the sign-in page, on a developer's machine only: one of the sample people, signed, until the browser closes.</summary>
sealed class LocalSession(LocalUsers users, DeveloperMachine machine, KeyedHash hash, SafeCookies cookies) : ICallerSource
{
    public const string Cookie = "local-user";

    const string Purpose = "local session";

    public async ValueTask<Caller?> FindAsync(HttpRequest request, CancellationToken cancellation) =>
        request.Cookies[Cookie]?.Split('.') is [var user, var signature]
            && machine.Sent(request)
            && KeyedHash.AreEqual(signature, await SignAsync(user, cancellation))
            ? await users.FindAsync(user, cancellation)
            : null;

    /// <summary>Signs in as one of the sample people, such as <c>worker/anna</c>.</summary>
    /// <returns>False when there is no such person, or this is no developer's machine.</returns>
    public async Task<bool> StartAsync(HttpRequest request, string user, CancellationToken cancellation)
    {
        if (!machine.Sent(request) || await users.FindAsync(user, cancellation) is null)
        {
            return false;
        }

        request.HttpContext.Response.Cookies.Append(Cookie, $"{user}.{await SignAsync(user, cancellation)}", cookies.Options());
        return true;
    }

    public void End(HttpResponse response) => response.Cookies.Delete(Cookie, cookies.Options());

    Task<string> SignAsync(string user, CancellationToken cancellation) => hash.OfAsync(Purpose, [user], cancellation);
}
