using System.Net;
using LocalRuntime.Worker;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Workflows.Functions.Audit;
using Workflows.Functions.Directory;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;
using Workflows.Functions.Security.Web;
using Workflows.Functions.Settings;
using Workflows.Functions.Storage;
using Workflows.Functions.Tests.Directory;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Security.Web;

/// <summary>A real host with the app's middleware around functions that stand in for its own; who calls is said in a cookie, which a browser sends along by itself.</summary>
sealed class WebApp : IAsyncDisposable
{
    readonly IHost host;

    WebApp(IHost host)
    {
        this.host = host;
        Http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = host.LocalAddress() };
    }

    public HttpClient Http { get; }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public static async Task<WebApp> StartAsync(string environment = "Production", string? prefix = null, TestMasterKey? master = null, params (string Name, string Value)[] settings)
    {
        var builder = FunctionsApplication.CreateBuilder(["--port", "0", "--LocalSettings:File", "", "--AZURE_FUNCTIONS_ENVIRONMENT", environment]);
        builder.FunctionClasses = [typeof(StandIns)];
        builder.Configuration["AzureWebJobsStorage"] = await Azurite.ConnectionStringAsync();
        builder.Configuration["AzureFunctionsJobHost:extensions:http:routePrefix"] = "";
        builder.Configuration["TablePrefix"] = prefix ?? $"w{Guid.NewGuid():N}"[..10];
        builder.Configuration["WEBSITE_HOSTNAME"] = "localhost:7071";
        builder.Configuration["LocalPages:GpInboxSecret"] = DirectoryText.Secret;
        foreach (var (name, value) in settings)
        {
            builder.Configuration[name] = value;
        }

        builder.ConfigureFunctionsWebApplication();
        builder.UseMiddleware<SafeHeaders>();
        builder.UseMiddleware<UnhandledExceptions>();
        builder.UseMiddleware<CallerMiddleware>();
        var read = new SettingsReader(builder.Configuration, builder.Environment);
        builder.Services.AddStorage(read).AddAudit().AddDirectory(read).AddSecurity(read)
            .Replace(ServiceDescriptor.Singleton<IMasterKey>(master ?? new()))
            .AddSingleton<ICallerSource, CookieCallers>();
        var host = builder.Build();
        await host.StartAsync();
        return new(host);
    }

    public Task<HttpResponseMessage> SendAsync(string method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return Http.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await host.StopAsync();
        host.Dispose();
    }

    /// <summary>The cookie <c>user=worker.anna</c>, or the header <c>Authorization: Bearer system</c>.</summary>
    sealed class CookieCallers : ICallerSource
    {
        public ValueTask<Caller?> FindAsync(HttpRequest request, CancellationToken cancellation) => new(
            request.Headers.Authorization == "Bearer system" ? new Caller(CallerKind.System, Role.System, "system")
            : request.Cookies["user"] is { Length: > 0 } user ? new Caller(CallerKind.Person, Role.Worker, user, "welzijn-zuid")
            : null);
    }

    static class StandIns
    {
        [Function("GiveCommand")]
        public static IResult Form([HttpTrigger(AuthorizationLevel.Anonymous, Route = "form")] HttpRequest request) =>
            HttpMethods.IsGet(request.Method) ? Results.Content(Token(request.HttpContext), "text/html") : Results.Ok();

        /// <summary>The hidden field with the token, as the pages have it; sets the cookie that belongs to it.</summary>
        static string Token(HttpContext http)
        {
            var tokens = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
            return $"""<input type="hidden" name="{WebUtility.HtmlEncode(tokens.FormFieldName)}" value="{WebUtility.HtmlEncode(tokens.RequestToken)}">""";
        }

        [Function("GetReferral")]
        public static IResult Page([HttpTrigger(AuthorizationLevel.Anonymous, Route = "person")] HttpRequest request) =>
            request.Query.ContainsKey("fail") ? throw new InvalidOperationException("Ria Jansen") : Results.Ok();

        [Function("GetOpenApi")]
        public static IResult Cached([HttpTrigger(AuthorizationLevel.Anonymous, Route = "cached")] HttpRequest request)
        {
            request.HttpContext.Response.Headers.CacheControl = "public, max-age=60";
            return Results.Ok();
        }

        [Function("OpenLink")]
        public static IResult Framed([HttpTrigger(AuthorizationLevel.Anonymous, Route = "framed")] HttpRequest request)
        {
            request.HttpContext.Response.LetFramingSitesShowIt();
            return Results.Ok();
        }

        [Function("TwilioStatus")]
        public static IResult Signed([HttpTrigger(AuthorizationLevel.Anonymous, Route = "signed")] HttpRequest request) => Results.Ok();
    }
}
