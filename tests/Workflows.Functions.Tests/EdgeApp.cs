using System.Text;
using System.Text.Json;
using Azure;
using Azure.Messaging.ServiceBus;
using LocalRuntime.Worker;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Workflows.Functions.Audit;
using Workflows.Functions.Bus;
using Workflows.Functions.Commands;
using Workflows.Functions.DeadLetters;
using Workflows.Functions.Directory;
using Workflows.Functions.Health;
using Workflows.Functions.Intake;
using Workflows.Functions.Offer;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;
using Workflows.Functions.Security.Web;
using Workflows.Functions.Settings;
using Workflows.Functions.Storage;
using Workflows.Functions.Tests.Directory;

namespace Workflows.Functions.Tests;

/// <summary>The app's edge on a real host: directory, contract, callers and problem documents, over HTTP, with the sample directory in it.</summary>
public sealed class EdgeApp : IAsyncLifetime
{
    readonly string folder = System.IO.Directory.CreateTempSubdirectory("edge").FullName;
    IHost host = null!;

    public HttpClient Http { get; private set; } = null!;

    /// <summary>A client of the app's bus.</summary>
    internal ServiceBusClient Client => host.Services.GetRequiredService<ServiceBusClient>();

    public async Task InitializeAsync()
    {
        var builder = FunctionsApplication.CreateBuilder(["--port", "0", "--LocalSettings:File", ""]);
        builder.FunctionClasses = [typeof(DirectoryFunctions), typeof(GetPathways), typeof(OpenApiFunction), typeof(HealthFunction), typeof(DeadLetterFunctions), typeof(FailingFunction)];
        var prefix = $"e{Guid.NewGuid():N}"[..10];
        builder.Configuration["AzureWebJobsStorage"] = await Azurite.ConnectionStringAsync();
        builder.Configuration["AzureFunctionsJobHost:extensions:durableTask:hubName"] = prefix;
        builder.Configuration["ServiceBusConnection"] = DevelopmentBus.Sample;
        builder.Configuration["AzureFunctionsJobHost:extensions:http:routePrefix"] = "";
        builder.Configuration["TablePrefix"] = prefix;
        builder.Configuration["MasterKeyFile"] = Path.Combine(folder, "master.key");
        builder.Configuration["WEBSITE_HOSTNAME"] = "localhost:7071";
        builder.Configuration["LocalPages:GpInboxSecret"] = DirectoryText.Secret;
        builder.ConfigureFunctionsWebApplication();
        builder.UseMiddleware<SafeHeaders>();
        builder.UseMiddleware<UnhandledExceptions>();
        builder.UseMiddleware<CallerMiddleware>();
        var settings = new SettingsReader(builder.Configuration, builder.Environment);
        builder.Services.AddStorage(settings).AddAudit().AddDirectory(settings).AddSecurity(settings).AddIntake()
            .AddBus(settings).AddSingleton<DeadLetterBox>().AddSingleton<DeadLetterDesk>().AddSingleton<ReferralCommands>().AddSingleton<AbsentWorkers>().AddSingleton<DirectoryDesk>();
        host = builder.Build();
        await host.StartAsync();
        Http = new HttpClient { BaseAddress = host.LocalAddress() };
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await host.StopAsync();
        host.Dispose();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    /// <summary>What the audit log of the app itself, which is no organisation's, holds of this month.</summary>
    internal ValueTask<List<AuditEntry>> AuditedAsync() => host.Services.GetRequiredService<AuditTable>()
        .EntriesAsync(AuditMonth.At(AuditMonth.App, host.Services.GetRequiredService<TimeProvider>().GetUtcNow())).ToListAsync();

    /// <summary>Calls as a sample person, or as nobody.</summary>
    internal async Task<(int Status, JsonElement Body)> CallAsync(string? user, string method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (user is not null)
        {
            request.Headers.Add(LocalUsers.Header, user);
        }

        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        using var response = await Http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, body.Length == 0 ? default : JsonDocument.Parse(body).RootElement);
    }
}

/// <summary>Stands in the place of a function that reads a referral, and fails with a message that nobody outside may read.</summary>
static class FailingFunction
{
    [Function("GetReferral")]
    public static void Fail([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/failing/{how}")] HttpRequest request, string how) => throw how switch
    {
        "bad-request" => new BadHttpRequestException("Ria Jansen, 3011 ED"),
        "storage-away" => new AggregateException(new RequestFailedException("Ria Jansen"), new RequestFailedException(503, "3011 ED")),
        _ => new InvalidOperationException("Ria Jansen, 3011 ED"),
    };
}
