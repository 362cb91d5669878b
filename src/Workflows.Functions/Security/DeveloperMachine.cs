using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Workflows.Functions.Security;

/// <summary>Whether a request comes from the developer who runs the app, on the same machine.</summary>
sealed class DeveloperMachine(IHostEnvironment environment)
{
    /// <remarks>The host's name counts too: a web page elsewhere can point a name of its own at 127.0.0.1 and let a browser call it.</remarks>
    public bool Sent(HttpRequest request) =>
        environment.IsDevelopment()
        && request.HttpContext.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && IsLoopback(request.Host.Host);

    static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
