using LocalRuntime.Azurite;
using LocalRuntime.Clock;
using LocalRuntime.DurableTask;
using LocalRuntime.LocalPages.Walk;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Worker;

/// <summary>Brings the host up and down: storage and clock before anything runs, the triggers once the web server listens.</summary>
/// <remarks>What resumes at a start may call this very host: a fake endpoint, a callback. So it begins last and ends first.</remarks>
sealed class FunctionsHostService(
    IConfiguration settings, IHostEnvironment environment, IReadOnlyList<AppFunction> functions, HttpTriggers http, TimerTriggers timers,
    ServiceBusTriggers messages, DevelopmentBus bus, AzuriteServer azurite, HostMemory memory, Readiness readiness, IServer server, IServiceProvider services, ILoggerFactory loggers)
    : IHostedLifecycleService
{
    readonly ILogger logger = loggers.ForHost();
    readonly DurableEngine? engine = services.GetService<DurableEngine>();

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (DevelopmentStorage.AzuritePort(settings) is { } port)
        {
            await azurite.EnsureRunningAsync(port, cancellationToken);
        }

        await memory.OpenAsync(cancellationToken);
        if (services.GetService<LocalClock>() is { } clock)
        {
            await RestoreAsync(clock, services.GetRequiredService<ClockMemory>(), cancellationToken);
            await bus.StartAsync(cancellationToken);   // its schedules follow the clock
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var address = server.Address();
        settings[LocalSettings.HostName] = address.Authority;   // known by now, also when any free port was asked for
        if (engine is not null)
        {
            await engine.StartAsync(cancellationToken);
        }

        await timers.StartAsync(cancellationToken);
        await messages.StartAsync(cancellationToken);
        readiness.Reached();
        Tell(address);
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await messages.StopAsync();
        await timers.StopAsync();
        if (engine is not null)
        {
            await engine.StopAsync(cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        await bus.DisposeAsync();   // writes what it was asked to keep
        await azurite.StopAsync();
    }

    async Task RestoreAsync(LocalClock clock, ClockMemory clockMemory, CancellationToken cancellation)
    {
        var ahead = await clockMemory.RecallAsync(cancellation);
        if (ahead is null)
        {
            ahead = clock.OffsetAt(ClockStart.From(settings, DateTimeOffset.UtcNow));
            await clockMemory.RememberAsync(ahead.Value, cancellation);
        }

        clock.Start(ahead.Value);
        logger.ClockStands(clock.GetUtcNow());
    }

    void Tell(Uri address)
    {
        logger.FunctionsFound(functions.Count, functions is [] ? null : functions[0].Method.DeclaringType!.Assembly.GetName().Name);
        foreach (var (function, methods, route) in http.Routes)
        {
            logger.HttpFunction(function, methods, route);
        }

        foreach (var function in functions.Where(function => function.Trigger is not HttpTriggerAttribute))
        {
            logger.OtherFunction(function.Name, function.Definition.InputBindings[function.TriggerParameter.Name!].Type);
        }

        logger.Ready(address, environment.EnvironmentName, functions.Count);
        if (environment.IsDevelopment())
        {
            logger.LocalPagesAre(address);
        }

        foreach (var walk in services.GetServices<GuidedWalk>())
        {
            logger.WalkIs(address, walk.Title);
        }
    }
}
