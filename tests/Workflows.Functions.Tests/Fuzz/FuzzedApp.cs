using System.Collections.Concurrent;
using Azure.Data.Tables;
using LocalRuntime.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Tests.Directory;

namespace Workflows.Functions.Tests.Fuzz;

/// <summary>The whole app in the test's process, with all it logs and all it stores at hand.</summary>
sealed class FuzzedApp : IAsyncDisposable
{
    readonly string folder = System.IO.Directory.CreateTempSubdirectory("fuzz").FullName;
    readonly string prefix = $"F{Guid.NewGuid():N}"[..12];
    readonly string storage;
    readonly IHost host;

    FuzzedApp(string storage)
    {
        this.storage = storage;
        var builder = FunctionsApplication.CreateBuilder(["--port", "0", "--LocalSettings:File", ""]);
        builder.FunctionClasses = typeof(WorkflowsApp).Assembly.GetTypes();
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["AzureWebJobsStorage"] = storage,
            ["AzureFunctionsJobHost:extensions:durableTask:hubName"] = prefix,
            ["AzureFunctionsJobHost:extensions:http:routePrefix"] = "",
            ["TablePrefix"] = prefix,
            ["LocalPages:TablePrefix"] = prefix + "Local",
            ["LocalPages:GpInboxSecret"] = DirectoryText.Secret,
            ["LocalClock:Start"] = "2026-04-13T10:00:00+02:00",
            ["MasterKeyFile"] = Path.Combine(folder, "master.key"),
            ["ServiceBusConnection"] = DevelopmentBus.Sample,
            ["SendGridKey"] = "key",
            ["SendGridHost"] = "http://127.0.0.1:9",   // nobody listens: what is sent waits
            ["MailFrom"] = "noreply@workflows.example",
            ["PublicUrl"] = "http://localhost/",
            ["WEBSITE_HOSTNAME"] = "127.0.0.1:9",
        })
        {
            builder.Configuration[name] = value;
        }

        builder.Logging.ClearProviders().AddProvider(new Listener(Logged));
        builder.AddWorkflows();
        host = builder.Build();
    }

    public ConcurrentQueue<string> Logged { get; } = [];

    public Uri Address => host.LocalAddress();

    public static async Task<FuzzedApp> StartAsync()
    {
        var app = new FuzzedApp(await Azurite.ConnectionStringAsync());
        await app.host.StartAsync();
        return app;
    }

    /// <summary>The rows of one of the app's tables.</summary>
    public async Task<IReadOnlyList<TableEntity>> RowsAsync(string table) => await new TableClient(storage, prefix + table).QueryAsync<TableEntity>().ToListAsync();

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    sealed class Listener(ConcurrentQueue<string> logged) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            logged.Enqueue($"{logLevel} {eventId.Id}: {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
