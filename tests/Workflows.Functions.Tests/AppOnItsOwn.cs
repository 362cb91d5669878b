using LocalRuntime.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Logging;

namespace Workflows.Functions.Tests;

/// <summary>The whole app on a free port of this process: its tables, hub and key are its own, nobody listens where it sends to, and it is a Monday morning.</summary>
static class AppOnItsOwn
{
    /// <summary>A builder to which a test adds what it puts in the place of the app's own parts.</summary>
    /// <param name="storage">The connection string of Azurite.</param>
    /// <param name="prefix">Begins the names of its tables, and is its hub's name.</param>
    /// <param name="folder">For its master key.</param>
    /// <param name="environment">Development or Production.</param>
    /// <param name="settings">What is set otherwise.</param>
    public static FunctionsApplicationBuilder Builder(string storage, string prefix, string folder, string environment = "Development", IReadOnlyDictionary<string, string>? settings = null)
    {
        var builder = FunctionsApplication.CreateBuilder(["--port", "0", "--LocalSettings:File", "", "--AZURE_FUNCTIONS_ENVIRONMENT", environment]);
        builder.FunctionClasses = typeof(WorkflowsApp).Assembly.GetTypes();
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["AzureWebJobsStorage"] = storage,
            ["AzureFunctionsJobHost:extensions:durableTask:hubName"] = prefix,
            ["AzureFunctionsJobHost:extensions:http:routePrefix"] = "",
            ["TablePrefix"] = prefix,
            ["LocalPages:TablePrefix"] = prefix + "Local",
            ["LocalPages:GpInboxSecret"] = "whsec_bG9jYWwtc2FtcGxlLWdwLWluYm94LWtleQ==",
            ["LocalClock:Start"] = "2026-04-13T10:00:00+02:00",
            ["MasterKeyFile"] = Path.Combine(folder, "master.key"),
            ["ServiceBusConnection"] = DevelopmentBus.Sample,
            ["SendGridKey"] = "key",
            ["SendGridHost"] = "http://127.0.0.1:9",
            ["MailFrom"] = "noreply@workflows.example",
            ["PublicUrl"] = "http://localhost/",
            ["WEBSITE_HOSTNAME"] = "localhost:9",   // where the sample directory's practices have their systems
        }.Concat(settings ?? new Dictionary<string, string>()))
        {
            builder.Configuration[name] = value;
        }

        builder.Logging.ClearProviders();
        builder.AddWorkflows();
        return builder;
    }
}
