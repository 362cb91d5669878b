using System.Globalization;
using System.Reflection;
using LocalRuntime.Azurite;
using LocalRuntime.Clock;
using LocalRuntime.DurableTask;
using LocalRuntime.DurableTask.Store;
using LocalRuntime.LocalPages;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Worker;

/// <summary>Gives the durable engine the app's orchestrators and activities, and the app's functions the engine's client.</summary>
static class DurableTriggers
{
    const string TestHub = "TestHubName";

    /// <summary>The task hub's name as host.json or a setting gives it; the real host's default otherwise.</summary>
    public static string TaskHub(IConfiguration settings) => DurableTask(settings)["hubName"] is { Length: > 0 } name ? name : TestHub;

    /// <summary>Adds the engine for an app that has durable functions or calls them; another app needs none.</summary>
    public static void AddDurableTriggers(this IServiceCollection services, IReadOnlyList<AppFunction> functions, IConfiguration settings)
    {
        if (!functions.Any(IsDurable))
        {
            services.AddSingleton<ILocalOrchestrations, NoOrchestrations>();
            return;
        }

        services
            .AddSingleton(provider => Engine(functions, settings, provider))
            .AddSingleton<ITimedWork>(provider => provider.GetRequiredService<DurableEngine>())
            .AddSingleton<ILocalOrchestrations, EngineOrchestrations>();
    }

    static bool IsDurable(AppFunction function) =>
        function.Trigger is OrchestrationTriggerAttribute or ActivityTriggerAttribute
        || function.Method.GetParameters().Any(parameter => parameter.IsDefined(typeof(DurableClientAttribute)));

    static DurableEngine Engine(IReadOnlyList<AppFunction> functions, IConfiguration settings, IServiceProvider services) => new(new()
    {
        TaskHubName = TaskHub(settings),
        Store = TablePartitionStore.Open(settings[DevelopmentStorage.Setting]!, TaskHub(settings)),
        Registry = Registry(functions, services),
        Services = services,
        Clock = services.GetRequiredService<TimeProvider>(),
        LoggerFactory = services.GetRequiredService<ILoggerFactory>(),
        MaxConcurrentActivities = int.Parse(DurableTask(settings)["maxConcurrentActivityFunctions"] ?? "16", CultureInfo.InvariantCulture),
        ReplayAfterEachEpisode = settings.GetValue("LocalDurable:ReplayAfterEachEpisode", false),
    });

    static DurableTaskRegistry Registry(IReadOnlyList<AppFunction> functions, IServiceProvider services)
    {
        var registry = new DurableTaskRegistry();
        var invoker = services.GetRequiredService<FunctionInvoker>();
        var stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        foreach (var function in functions)
        {
            if (function.Trigger is OrchestrationTriggerAttribute)
            {
                registry.AddOrchestrator(function.Name, new OrchestratorFunction(function, invoker, services));
            }
            else if (function.Trigger is ActivityTriggerAttribute)
            {
                registry.AddActivity(function.Name, scope => new ActivityFunction(function, invoker, scope, stopping));
            }
        }

        return registry;
    }

    static IConfigurationSection DurableTask(IConfiguration settings) => settings.GetSection($"{LocalSettings.HostJson}:extensions:durableTask");
}
