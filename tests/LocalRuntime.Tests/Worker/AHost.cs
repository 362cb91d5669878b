using LocalRuntime.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

namespace LocalRuntime.Tests.Worker;

/// <summary>A host of some function classes inside the test's process, on a free port and without the repository's settings file.</summary>
sealed class AHost : IAsyncDisposable
{
    readonly IHost host;

    AHost(IHost host)
    {
        this.host = host;
        Http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = host.LocalAddress() };
    }

    public HttpClient Http { get; }

    public IServiceProvider Services => host.Services;

    public static async Task<AHost> Of<T>(Action<FunctionsApplicationBuilder>? also = null, params string[] arguments)
    {
        var builder = FunctionsApplication.CreateBuilder(["--port", "0", "--LocalSettings:File", "", .. arguments]);
        builder.FunctionClasses = [typeof(T)];
        builder.ConfigureFunctionsWebApplication();
        also?.Invoke(builder);
        var host = builder.Build();
        await host.StartAsync();
        return new(host);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await host.StopAsync();
        host.Dispose();
    }
}
