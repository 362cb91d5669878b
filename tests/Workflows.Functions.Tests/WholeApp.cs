using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using LocalRuntime.DurableTask;
using LocalRuntime.LocalPages;
using LocalRuntime.Worker;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Workflows.Functions.Notifications;
using Workflows.Functions.Security;
using Workflows.Functions.Storage;
using Workflows.Functions.Tests.Security;

namespace Workflows.Functions.Tests;

/// <summary>The whole app on a real host with the sample directory in it, called over HTTP. What it asks of storage and what it sends to people is seen.</summary>
public sealed class WholeApp : IAsyncLifetime
{
    readonly string folder = System.IO.Directory.CreateTempSubdirectory("whole").FullName;
    readonly RequestsToStorage toStorage = new();
    IHost host = null!;
    bool isDisposed;

    /// <summary>Settings beside and instead of the usual ones.</summary>
    internal IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Where its tables are; null for the Azurite that all tests share.</summary>
    internal string? Storage { get; init; }

    /// <summary>What the names of its tables begin with; null for one that nobody had. Who starts with another's goes on where that one was.</summary>
    internal string? Prefix { get; set; }

    /// <summary>The master key; null for one of its own.</summary>
    internal IMasterKey? Master { get; init; }

    /// <summary>Whether it runs as it does in Azure: nobody is a developer, no sample directory, no clock that can be moved.</summary>
    internal bool IsInProduction { get; init; }

    HttpClient Http { get; set; } = null!;

    /// <summary>Every message that left, by channel.</summary>
    internal ConcurrentQueue<(Channel Channel, string Address, Notification Notification)> Sent { get; } = [];

    /// <summary>Every sign-in code that left, by channel.</summary>
    internal ConcurrentQueue<(Channel Channel, string Address, string Code)> Codes { get; } = [];

    public async Task InitializeAsync()
    {
        var prefix = Prefix ??= $"w{Guid.NewGuid():N}"[..10];
        var storage = Storage ?? await Azurite.ConnectionStringAsync();
        var builder = AppOnItsOwn.Builder(storage, prefix, folder, IsInProduction ? "Production" : "Development", Settings);
        var options = new TableClientOptions();
        options.AddPolicy(toStorage, HttpPipelinePosition.PerCall);
        builder.Services.AddSingleton(new Tables(new TableServiceClient(storage, options), prefix));
        if (Master is not null || IsInProduction)
        {
            builder.Services.AddSingleton(Master ?? new TestMasterKey());   // in production it comes from a vault
        }

        builder.Services.RemoveAll<IChannel>();
        foreach (var channel in Enum.GetValues<Channel>())
        {
            builder.Services.AddSingleton<IChannel>(new SeenChannel(channel, Sent, Codes));
        }

        host = builder.Build();
        await host.StartAsync();
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.LocalAddress() };
    }

    public async Task DisposeAsync()
    {
        if (!isDisposed)
        {
            isDisposed = true;
            Http.Dispose();
            await host.StopAsync();
            host.Dispose();
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    internal T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>The engine's client, as functions get it.</summary>
    internal DurableTaskClient Engine => Get<DurableEngine>().Client;

    internal DateTimeOffset Now => Get<TimeProvider>().GetUtcNow();

    internal Task AdvanceAsync(TimeSpan distance) => Get<ILocalClockControl>().AdvanceAsync(distance, CancellationToken.None);

    /// <summary>Calls as a sample person, with a bearer token, as somebody who signed in, or as nobody.</summary>
    /// <param name="who">For instance <c>worker/anna</c>, <c>Bearer …</c> or what <see cref="SignedInAs"/> answers.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">Path and query.</param>
    /// <param name="body">JSON; null for none.</param>
    internal Task<Answer> CallAsync(string? who, string method, string path, object? body = null) =>
        SendAsync(who, new HttpRequestMessage(new HttpMethod(method), path) { Content = body is null ? null : JsonContent.Create(body) });

    /// <summary>Sends a form as a page of the app would on which that sample person fills it in.</summary>
    /// <param name="who">For instance <c>worker/anna</c>; null for nobody.</param>
    /// <param name="path">Path and query.</param>
    /// <param name="fields">What is filled in.</param>
    internal async Task<Answer> SendFormAsync(string? who, string path, params (string Name, string Value)[] fields)
    {
        var page = new DefaultHttpContext { RequestServices = host.Services };
        if (who is not null && await Get<LocalUsers>().FindAsync(who, CancellationToken.None) is { } caller)
        {
            page.Features.Set(caller);
        }

        var token = Get<IAntiforgery>().GetAndStoreTokens(page);
        return await SendAsync(who, new HttpRequestMessage(HttpMethod.Post, path)
        {
            Headers = { { "Cookie", page.Response.Headers.SetCookie.Select(cookie => cookie!.Split(';')[0]) } },
            Content = new FormUrlEncodedContent(fields.Append((token.FormFieldName, token.RequestToken!)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
        });
    }

    async Task<Answer> SendAsync(string? who, HttpRequestMessage message)
    {
        using var request = message;
        if (who is not null)
        {
            var header = who.StartsWith("Bearer ", StringComparison.Ordinal) ? "Authorization" : who.StartsWith("ey", StringComparison.Ordinal) ? SignedIn.Header : LocalUsers.Header;
            request.Headers.TryAddWithoutValidation(header, who);
        }

        using var answer = await Http.SendAsync(request);
        return new((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer);
    }

    /// <summary>Somebody to whom App Service Authentication gave a role, and claims such as an organisation.</summary>
    internal static string SignedInAs(string role, string account, params (string Type, string Value)[] claims) => SignedIn.As([("roles", role), ("oid", account), .. claims]);

    /// <summary>Somebody with a browser of their own.</summary>
    internal Pages.Visitor Visitor(string accept = "text/html,*/*;q=0.8") => new(host.LocalAddress(), accept);

    /// <summary>A referral that the first worker who fits is asked about.</summary>
    internal async Task<string> SubmitAsync(string practice = "01999901", string organisation = "welzijn-zuid")
    {
        var submission = Intake.Submitted.Body;
        (submission["practice"], submission["organisation"]) = (practice, organisation);
        submission["client"]!["familyName"] = $"Jansen {Random.Shared.GetString("abcdefghij", 16)}";   // letters: among random digits a citizen number turns up now and then
        var answer = await CallAsync($"referrer/{practice}", "POST", "/api/referrals", submission);
        Assert.Equal(202, answer.Status);
        await AdvanceAsync(TimeSpan.FromMinutes(1));
        return answer.Json.GetProperty("id").GetString()!;
    }

    /// <summary>A referral that the worker who was asked has taken. The practice gets its feedback by mail: that has arrived.</summary>
    internal async Task<(string Id, string Worker)> AcceptedAsync()
    {
        var id = await SubmitAsync("01999903", "buurtwerk-noord");
        var worker = $"worker/{(await CallAsync("coordinator/coen", "GET", $"/api/referrals/{id}")).Json.GetProperty("worker").GetString()}";
        Assert.Equal(200, (await CallAsync(worker, "POST", $"/api/referrals/{id}/commands/accept")).Status);
        await AdvanceAsync(TimeSpan.FromSeconds(1));
        return (id, worker);
    }

    /// <summary>A referral that the coordinator refused, and the practice has heard of it.</summary>
    internal async Task<string> RejectedAsync()
    {
        var id = await SubmitAsync("01999903", "buurtwerk-noord");
        Assert.Equal(200, (await CallAsync("coordinator/coen", "POST", $"/api/referrals/{id}/commands/reject", new { reason = "noCapacity" })).Status);
        await AdvanceAsync(TimeSpan.FromSeconds(1));
        return id;
    }

    /// <summary>What storage was asked while something was done: method, table, and status, in order of kind.</summary>
    internal async Task<IReadOnlyList<string>> StorageDuringAsync(Func<Task> something)
    {
        toStorage.Seen.Clear();
        await something();
        return [.. toStorage.Seen.Order(StringComparer.Ordinal)];
    }

    internal sealed record Answer(int Status, string Text, HttpResponseMessage Message)
    {
        public JsonElement Json => JsonElement.Parse(Text);
    }

    /// <summary>What is asked by the app's own clients; the engine's do not come here.</summary>
    sealed class RequestsToStorage : HttpPipelineSynchronousPolicy
    {
        public ConcurrentQueue<string> Seen { get; } = [];

        public override void OnReceivedResponse(HttpMessage message) =>
            Seen.Enqueue($"{message.Request.Method} {Table(message.Request.Uri.ToUri())} {message.Response.Status}");

        static string Table(Uri address) => address.Segments[^1].Split('(')[0][Math.Min(10, address.Segments[^1].Split('(')[0].Length)..];
    }

    sealed class SeenChannel(Channel kind, ConcurrentQueue<(Channel, string, Notification)> sent, ConcurrentQueue<(Channel, string, string)> codes) : IChannel
    {
        public Channel Kind => kind;

        public string? AddressOf(Addressee addressee) => kind is Channel.Sms ? addressee.Phone : addressee.Email;

        public Task<ProviderAnswer> SendAsync(Notification notification, string address, string language, CancellationToken cancellation)
        {
            sent.Enqueue((kind, address, notification));
            return Task.FromResult(ProviderAnswer.Of(System.Net.HttpStatusCode.Accepted, null));
        }

        public Task<ProviderAnswer> SendCodeAsync(string key, string address, string language, string code, CancellationToken cancellation)
        {
            codes.Enqueue((kind, address, code));
            return Task.FromResult(ProviderAnswer.Of(System.Net.HttpStatusCode.Accepted, null));
        }

        public Task<Evidence> FindAsync(Notification notification, CancellationToken cancellation) => Task.FromResult(Evidence.None);
    }
}
