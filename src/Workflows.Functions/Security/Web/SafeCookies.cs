using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Workflows.Functions.Security.Web;

/// <summary>How every cookie of the app is set: no script reads it, it does not travel in the clear, and another site's forms do not carry it.</summary>
sealed class SafeCookies(IHostEnvironment environment)
{
    /// <summary>A developer's machine speaks http, where a browser would drop a Secure cookie.</summary>
    public bool Secure => !environment.IsDevelopment();

    /// <param name="lasting">For how long; null until the browser closes.</param>
    public CookieOptions Options(TimeSpan? lasting = null) => new() { HttpOnly = true, Secure = Secure, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true, MaxAge = lasting };
}
