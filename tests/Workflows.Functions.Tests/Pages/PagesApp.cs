using LocalRuntime.LocalPages;
using LocalRuntime.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Security;
using Workflows.Functions.Tests.Directory;

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
        var builder = FunctionsApplication.CreateBuilder(["--port", "0", "--LocalSettings:File", ""]);
        builder.FunctionClasses = typeof(WorkflowsApp).Assembly.GetTypes();
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["AzureWebJobsStorage"] = await Azurite.ConnectionStringAsync(),
            ["AzureFunctionsJobHost:extensions:durableTask:hubName"] = prefix,
            ["AzureFunctionsJobHost:extensions:http:routePrefix"] = "",
            ["TablePrefix"] = prefix,
            ["LocalPages:TablePrefix"] = prefix + "Local",
            ["LocalPages:GpInboxSecret"] = DirectoryText.Secret,
            ["LocalClock:Start"] = "2026-04-13T09:00:00+02:00",
            ["MasterKeyFile"] = Path.Combine(folder, "master.key"),
            ["ServiceBusConnection"] = DevelopmentBus.Sample,
            ["SendGridKey"] = "key",
            ["SendGridHost"] = "http://localhost:9",
            ["MailFrom"] = "noreply@workflows.example",
            ["PublicUrl"] = "http://localhost/",
            ["WEBSITE_HOSTNAME"] = "localhost:7071",
        }.Concat(Settings))
        {
            builder.Configuration[name] = value;
        }

        builder.Logging.ClearProviders();
        builder.AddWorkflows();
        host = builder.Build();
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
