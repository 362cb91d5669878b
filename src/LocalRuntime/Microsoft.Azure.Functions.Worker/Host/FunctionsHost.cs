using System.Net;
using LocalRuntime.Azurite;
using LocalRuntime.Clock;
using LocalRuntime.LocalPages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Worker;

/// <summary>Puts the host of the app together: settings, clock, web server, triggers. Always on loopback: elsewhere the real host runs.</summary>
static class FunctionsHost
{
    const string AnotherMethod = "405 HTTP Method Not Supported";

    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var web = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            EnvironmentName = LocalSettings.Load(args)["AZURE_FUNCTIONS_ENVIRONMENT"] ?? Environments.Development,
            ContentRootPath = AppContext.BaseDirectory,
        });
        LocalSettings.AddTo(web.Configuration, args);
        DevelopmentStorage.WriteOut(web.Configuration);
        web.Host.UseDefaultServiceProvider(options => options.ValidateScopes = options.ValidateOnBuild = web.Environment.IsDevelopment());
        web.Logging
            .AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat) = (true, "HH:mm:ss "))
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("System", LogLevel.Warning)
            .AddFilter("Azure", LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None)   // a failed start is told once, by the exception that ends the app
            .AddConfiguration(web.Configuration.GetSection($"{LocalSettings.HostJson}:logging"));
        web.Services.AddRouting();
        web.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, LocalSettings.Port(web.Configuration)));

        // Before the app's own: what it adds with TryAdd leaves the clock alone, and its storage is there before its hosted services start.
        web.Services.AddHostedService<FunctionsHostService>();
        if (web.Environment.IsDevelopment())
        {
            web.Services.AddSingleton(_ => new LocalClock(TimeProvider.System, TimeSpan.Zero));
            web.Services.AddSingleton<TimeProvider>(services => services.GetRequiredService<LocalClock>());
        }

        return web;
    }

    public static IHost Build(
        WebApplicationBuilder web, IReadOnlyList<AppFunction> functions,
        IEnumerable<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware, bool usesAspNetCore)
    {
        Refuse(functions, web.Configuration, usesAspNetCore);
        var settings = web.Configuration;
        var local = web.Environment.IsDevelopment();
        web.Services
            .AddSingleton(functions)
            .AddSingleton(new FunctionInvoker(middleware))
            .AddSingleton(new HostMemory(DevelopmentStorage.Tables(settings), DurableTriggers.TaskHub(settings)))
            .AddSingleton<Readiness>()
            .AddSingleton(services => new AzuriteServer(AzuriteInstallation.Find(), services.GetRequiredService<ILoggerFactory>().ForHost()))
            .AddSingleton<TimerTriggers>()
            .AddSingleton<ITimedWork>(services => services.GetRequiredService<TimerTriggers>())
            .AddSingleton<DevelopmentBus>()
            .AddSingleton<ITimedWork>(services => services.GetRequiredService<DevelopmentBus>())
            .AddSingleton<ILocalQueues>(services => services.GetRequiredService<DevelopmentBus>())
            .AddSingleton<ServiceBusTriggers>()
            .AddSingleton<ITimedWork>(services => services.GetRequiredService<ServiceBusTriggers>())
            .AddSingleton(services => new HttpTriggers(
                functions, settings[$"{LocalSettings.HostJson}:extensions:http:routePrefix"] ?? "api", services.GetRequiredService<FunctionInvoker>(),
                services.GetRequiredService<Readiness>(), services.GetRequiredService<ILoggerFactory>()));
        web.Services.AddDurableTriggers(functions, settings);
        web.Services.TryAddSingleton(TimeProvider.System);
        if (local)
        {
            web.Services
                .AddSingleton<ClockMemory>()
                .AddSingleton<ClockDriver>()
                .AddSingleton<ILocalClockControl>(services => services.GetRequiredService<ClockDriver>())
                .AddLocalPages(settings);
        }

        var app = web.Build();
        app.Use(AnswerAnotherMethodAsAzure);
        app.Services.GetRequiredService<HttpTriggers>().Map(app);
        if (local)
        {
            app.MapClock(app.Services.GetRequiredService<ClockDriver>());
            app.MapLocalPages();
        }

        return app;
    }

    /// <summary>Where the started host listens.</summary>
    public static Uri LocalAddress(this IHost host) =>
        host.Services.GetRequiredService<IServer>().Address();

    public static Uri Address(this IServer server) => new(server.Features.Get<IServerAddressesFeature>()!.Addresses.First());

    static void Refuse(IReadOnlyList<AppFunction> functions, ConfigurationManager settings, bool usesAspNetCore)
    {
        if (!usesAspNetCore && functions.Any(function => function.Trigger is HttpTriggerAttribute))
        {
            throw new InvalidOperationException("HTTP functions take HttpRequest only after builder.ConfigureFunctionsWebApplication().");
        }

        if (string.IsNullOrEmpty(settings[DevelopmentStorage.Setting]) && functions.FirstOrDefault(function => function.Trigger is not HttpTriggerAttribute) is { } needsStorage)
        {
            throw new InvalidOperationException(
                $"The setting {DevelopmentStorage.Setting} is missing; all triggers but HTTP need it, here that of '{needsStorage.Name}'. On a developer's machine it is UseDevelopmentStorage=true.");
        }
    }

    static void Listen(KestrelServerOptions kestrel, int port)
    {
        if (port == 0)
        {
            kestrel.Listen(IPAddress.Loopback, port);   // 'localhost' is two addresses, which cannot share a port that is yet to be chosen
        }
        else
        {
            kestrel.ListenLocalhost(port);
        }
    }

    /// <summary>The real host answers 404, not 405, when the route is known and the method is not.</summary>
    static Task AnswerAnotherMethodAsAzure(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.DisplayName != AnotherMethod)
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
