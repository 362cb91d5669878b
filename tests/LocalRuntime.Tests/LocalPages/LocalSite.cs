using System.Globalization;
using LocalRuntime.LocalPages;
using LocalRuntime.Tests.Azurite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Tests.LocalPages;

/// <summary>The local pages on a real port of loopback, with tables of their own and a clock that stands still until it is moved.</summary>
sealed class LocalSite : IAsyncDisposable
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    readonly WebApplication app;

    LocalSite(WebApplication app, StandingClock clock)
    {
        this.app = app;
        Clock = clock;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Http { get; }

    public StandingClock Clock { get; }

    public string Origin => Http.BaseAddress!.GetLeftPart(UriPartial.Authority);

    public static Task<LocalSite> StartAsync(AzuriteFixture azurite) => StartAsync(azurite, AzuriteFixture.NewPrefix());

    /// <summary>A site on the tables of <paramref name="prefix"/>: a second one there is what a restart finds.</summary>
    public static async Task<LocalSite> StartAsync(AzuriteFixture azurite, string prefix, string secrets = Secret, Action<WebApplication>? also = null)
    {
        var clock = new StandingClock(DateTimeOffset.Parse("2026-04-13T09:00:00Z", CultureInfo.InvariantCulture));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = azurite.ConnectionString,
            ["LocalPages:TablePrefix"] = prefix,
            ["LocalPages:GpInboxSecret"] = secrets,
        });
        builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton<ILocalClockControl>(clock).AddSingleton<ILocalOrchestrations>(clock).AddSingleton<ILocalQueues>(clock);
        builder.Services.AddLocalPages(builder.Configuration);
        var app = builder.Build();
        app.MapLocalPages();
        also?.Invoke(app);
        await app.StartAsync();
        return new LocalSite(app, clock);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }
}
