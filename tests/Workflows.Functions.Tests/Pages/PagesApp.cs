using LocalRuntime.LocalPages;
using LocalRuntime.Worker;
using Microsoft.Extensions.Hosting;
using Workflows.Functions.Security;

namespace Workflows.Functions.Tests.Pages;

/// <summary>The whole app in the test's process, with the sample directory in it.</summary>
public sealed class PagesApp : IAsyncLifetime
{
    readonly string folder = System.IO.Directory.CreateTempSubdirectory("pages").FullName;
    IHost host = null!;

    /// <summary>What is different from a developer's machine.</summary>
    public Dictionary<string, string> Settings { get; } = new() { ["OpenReferralForm"] = "true", ["FramingSites"] = "https://praktijk.example" };

    public async Task InitializeAsync()
    {
        var prefix = $"p{Guid.NewGuid():N}"[..10];
        host = AppOnItsOwn.Builder(await Azurite.ConnectionStringAsync(), prefix, folder, settings: Settings).Build();
        await host.StartAsync();
    }

    /// <summary>Somebody with a browser of their own.</summary>
    internal Visitor Visitor(string accept = "text/html,*/*;q=0.8") => new(host.LocalAddress(), accept);

    /// <summary>A program of one of the sample people.</summary>
    internal HttpClient Program(string user) => new() { BaseAddress = host.LocalAddress(), DefaultRequestHeaders = { { LocalUsers.Header, user } } };

    /// <summary>Lets time pass; everything that falls due on the way happens.</summary>
    internal Task AdvanceAsync(TimeSpan distance) => Get<ILocalClockControl>().AdvanceAsync(distance, CancellationToken.None);

    internal T Get<T>()
        where T : notnull => (T)host.Services.GetService(typeof(T))!;

    public async Task DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
        System.IO.Directory.Delete(folder, recursive: true);
    }
}
