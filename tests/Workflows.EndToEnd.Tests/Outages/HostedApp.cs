using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Messaging.ServiceBus;
using LocalRuntime.LocalPages;
using LocalRuntime.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SendGrid;
using Workflows.Functions.Feedback;
using Workflows.Functions.Notifications;
using Workflows.Functions.Storage;
using Workflows.Functions.Tests;

namespace Workflows.EndToEnd.Tests.Outages;

/// <summary>The whole app inside the test's process, so that its bus can be taken from it; the systems that it calls are a <see cref="Partner"/>.</summary>
sealed class HostedApp : IAsyncDisposable
{
    const string PublicUrl = "http://localhost/";
    const string TwilioToken = "token";

    /// <summary>Who does not answer by then is slow: the real limits would make a test of them last minutes.</summary>
    static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(1);

    readonly string folder = Directory.CreateTempSubdirectory("outages").FullName;
    readonly IHost host;
    readonly HttpClient http;

    HostedApp(string storage, Partner partner)
    {
        var builder = AppOnItsOwn.Builder(storage, $"O{Guid.NewGuid():N}"[..14], folder, settings: new Dictionary<string, string>
        {
            ["SendGridHost"] = partner.Address.ToString(),
            ["PublicUrl"] = PublicUrl,
            ["TwilioAccountSid"] = "AC0123456789abcdef0123456789abcdef",
            ["TwilioAuthToken"] = TwilioToken,
            ["TwilioHost"] = partner.Address.ToString(),
            ["SmsFrom"] = "+31850000000",
            ["WEBSITE_HOSTNAME"] = partner.Address.Authority,   // where the sample directory's practices have their systems
        });

        // The sweep leaves alone what is younger than a minute of real time: this machine's clock is two ahead of storage's.
        builder.Services.AddSingleton(provider => new PendingMarks(provider.GetRequiredService<Tables>().Pending, new Ahead()));
        builder.Services
            .AddSingleton<ServiceBusClient>(provider => new TroubledBus(provider.GetRequiredService<IConfiguration>()["ServiceBusConnection"]!))
            .AddSingleton<ISendGridClient>(provider => new SendGridClient(
                new HttpClient { Timeout = LongestCall }, new SendGridClientOptions { ApiKey = "key", Host = partner.Address.ToString() }))
            .AddSingleton(provider => new MailEvidence(Hurried(MailEvidence.Client(provider.GetRequiredService<NotificationSettings>()))))
            .AddSingleton(provider => new TwilioSms(
                Hurried(TwilioSms.Client(provider.GetRequiredService<SmsSettings>())), provider.GetRequiredService<SmsSettings>(), provider.GetRequiredService<NotificationSettings>()))
            .AddSingleton(provider => new CallbackClient(CallbackConnection.Client(anywhere: true, LongestCall), plainHttp: true, provider.GetRequiredService<TimeProvider>()));
        host = builder.Build();
        http = new HttpClient();
    }

    public TroubledBus Bus => (TroubledBus)host.Services.GetRequiredService<ServiceBusClient>();

    /// <summary>Another client of the same bus, with all the patience that it usually has.</summary>
    public ServiceBusClient NewClient() => new(host.Services.GetRequiredService<IConfiguration>()["ServiceBusConnection"]);

    public TimelineStore Timelines => host.Services.GetRequiredService<TimelineStore>();

    public static async Task<HostedApp> StartAsync(string storage, Partner partner)
    {
        var app = new HostedApp(storage, partner);
        await app.host.StartAsync();
        app.http.BaseAddress = app.host.LocalAddress();
        await app.AllowAsync();
        return app;
    }

    /// <summary>The bus ends, with every connection to it.</summary>
    public async Task StopBusAsync() => await host.Services.GetRequiredService<DevelopmentBus>().DisposeAsync();

    /// <summary>The bus is there again, on its port and with what it held.</summary>
    public Task StartBusAsync() => host.Services.GetRequiredService<DevelopmentBus>().StartAsync(CancellationToken.None);

    public Task AdvanceAsync(TimeSpan distance) => host.Services.GetRequiredService<ILocalClockControl>().AdvanceAsync(distance, CancellationToken.None);

    public async Task<JsonElement> SendAsync(string user, HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Headers = { { "X-Local-User", user } }, Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Accepted or HttpStatusCode.NoContent, $"{path}: {answer.StatusCode}: {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Twilio's status callback: the SMS arrived.</summary>
    public async Task ReportDeliveredAsync(string key)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["MessageSid"] = "SM1", ["MessageStatus"] = "delivered" };
        var signed = $"{PublicUrl}api/webhooks/twilio/{key}" + string.Concat(fields.Select(field => field.Key + field.Value));
#pragma warning disable CA5350 // Twilio signs so.
        var signature = Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(TwilioToken), Encoding.UTF8.GetBytes(signed)));
#pragma warning restore CA5350
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/webhooks/twilio/{key}") { Content = new FormUrlEncodedContent(fields), Headers = { { "X-Twilio-Signature", signature } } };
        using var answer = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    static HttpClient Hurried(HttpClient client)
    {
        client.Timeout = LongestCall;
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await host.StopAsync();
        host.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The workers take as many referrals as come.</summary>
    async Task AllowAsync()
    {
        foreach (var worker in (string[])["anna", "bram", "carla"])
        {
            var path = $"/api/organisations/welzijn-zuid/workers/{worker}";
            var entry = (await SendAsync("administrator/admin", HttpMethod.Get, path)).Deserialize<Dictionary<string, object>>()!;
            entry["capacity"] = 500;
            await SendAsync("administrator/admin", HttpMethod.Put, path, entry);
        }
    }

    sealed class Ahead : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromMinutes(2);
    }
}
