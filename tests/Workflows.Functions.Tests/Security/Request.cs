using System.Net;
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
    string? firstAdministrator;

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

    public Request With_first_administrator(string account)
    {
        firstAdministrator = account;
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

    public Request SignedIn(params (string Type, string Value)[] claims) => With(Security.SignedIn.Header, Security.SignedIn.As(claims));

    public async Task<Caller?> Caller(DirectoryStore directory, DateTimeOffset? now = null)
    {
        var machine = new DeveloperMachine(new HostingEnvironment { EnvironmentName = environment });
        var settings = new SecuritySettings(appServiceAuthentication, firstAdministrator);
        return await new Callers([new AppServicePrincipals(settings, directory), new SourceKeys(machine, directory, new TestClock(now ?? TestStorage.Monday)), new LocalUsers(machine, directory)])
            .FindAsync(request);
    }
}
