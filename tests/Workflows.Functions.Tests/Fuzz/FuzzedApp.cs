using System.Collections.Concurrent;
using Azure.Data.Tables;
using LocalRuntime.Worker;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

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
        var builder = AppOnItsOwn.Builder(storage, prefix, folder);
        builder.Logging.AddProvider(new Listener(Logged));
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
