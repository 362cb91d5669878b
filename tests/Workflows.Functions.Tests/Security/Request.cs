using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting.Internal;
using Workflows.Functions.Directory;
using Workflows.Functions.Security;

namespace Workflows.Functions.Tests.Security;

/// <summary>A request as it comes in, and who is found to be calling.</summary>
sealed class Request
{
    readonly HttpRequest request = new DefaultHttpContext().Request;
    string environment = "Production";
    bool appServiceAuthentication;

    Request(string host, IPAddress? from)
    {
        request.Host = new HostString(host);
        request.HttpContext.Connection.RemoteIpAddress = from;
    }

    /// <summary>From the developer who runs the app.</summary>
    public static Request OnADevelopersMachine => new("localhost:7071", IPAddress.Loopback) { environment = "Development" };

    /// <summary>Through App Service, with its authentication on.</summary>
    public static Request InAzure => new("app.example", IPAddress.Parse("10.0.0.4")) { appServiceAuthentication = true };

    public Request Without_App_Service_Authentication()
    {
        appServiceAuthentication = false;
        return this;
    }

    public Request To(string host)
    {
        request.Host = new HostString(host);
        return this;
    }

    public Request From(string? address)
    {
        request.HttpContext.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);
        return this;
    }

    public Request In(string environment)
    {
        this.environment = environment;
        return this;
    }

    public Request With(string header, string value)
    {
        request.Headers.Append(header, value);
        return this;
    }

    public Request SignedIn(params (string Type, string Value)[] claims) => With("X-MS-CLIENT-PRINCIPAL", Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
    {
        auth_typ = "aad",
        claims = claims.Select(claim => new { typ = claim.Type, val = claim.Value }),
        name_typ = "name",
        role_typ = "roles",
    }))));

    public async Task<Caller?> Caller(DirectoryStore directory, DateTimeOffset? now = null)
    {
        var machine = new DeveloperMachine(new HostingEnvironment { EnvironmentName = environment });
        var settings = new SecuritySettings(appServiceAuthentication);
        return await new Callers([new AppServicePrincipals(settings, directory), new SourceKeys(machine, directory, new TestClock(now ?? TestStorage.Monday)), new LocalUsers(machine, directory)])
            .FindAsync(request);
    }
}
