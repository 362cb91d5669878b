using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Workflows.EndToEnd.Tests;

/// <summary>The real app in a process of its own, on a free port, with tables, clock and mailbox of its own.</summary>
sealed partial class RunningApp : IAsyncDisposable
{
    static readonly ConcurrentDictionary<int, bool> Given = [];
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly string storage;
    readonly string start;
    readonly string prefix = $"E{Guid.NewGuid():N}"[..14];
    readonly string folder = Directory.CreateTempSubdirectory("workflows-").FullName;
    readonly int port = FreePort();
    readonly ConcurrentQueue<string> log = [];
    Process? process;

    RunningApp(string storage, string start) => (this.storage, this.start) = (storage, start);

    public Uri Address => new($"http://localhost:{port}");

    /// <summary>What another system connects to the app's bus with.</summary>
    public string Bus => $"Endpoint=sb://127.0.0.1:{BusPort().Match(Log).Groups[1].Value};SharedAccessKeyName=local;SharedAccessKey=local;UseDevelopmentEmulator=true;";

    /// <summary>What the app has written to its console, over all its lives.</summary>
    public string Log => string.Join('\n', log);

    /// <summary>Where its master key is.</summary>
    public string MasterKeyFile => Path.Combine(folder, "master.key");

    /// <summary>What the names of its tables begin with.</summary>
    public string Prefix => prefix;

    /// <param name="storage">The connection string of an Azurite.</param>
    /// <param name="start">Where the app's clock starts, for instance <c>2026-04-13T09:00:00+02:00</c>, a Monday.</param>
    public static async Task<RunningApp> StartAsync(string storage, string start = "2026-04-13T09:00:00+02:00")
    {
        var app = new RunningApp(storage, start);
        await app.StartAgainAsync();
        return app;
    }

    /// <summary>Starts the process on the storage and the port that it had.</summary>
    public async Task StartAgainAsync()
    {
        var command = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { typeof(Workflows.Functions.WorkflowsApp).Assembly.Location, "--port", port.ToString(CultureInfo.InvariantCulture) },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["AzureWebJobsStorage"] = storage,
                ["TablePrefix"] = prefix,
                ["LocalPages__TablePrefix"] = prefix + "Local",
                ["AzureFunctionsJobHost__extensions__durableTask__hubName"] = prefix,
                ["MasterKeyFile"] = MasterKeyFile,
                ["LocalClock__Start"] = start,
                ["LocalDurable__ReplayAfterEachEpisode"] = "true",   // every step of every orchestrator is replayed from its history
                ["SendGridHost"] = new Uri(Address, "/local/sendgrid").ToString(),
                ["TwilioHost"] = new Uri(Address, "/local/twilio").ToString(),
                ["PublicUrl"] = Address.ToString(),
            },
        };
        process = Process.Start(command)!;
        process.OutputDataReceived += (_, line) => log.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => log.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await UntilReadyAsync();
    }

    /// <summary>Ends the process as <c>kill -9</c> does: nothing gets a chance to be saved.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>A client that is signed in as one of the sample people, such as <c>worker/anna</c>.</summary>
    public HttpClient As(string user) => new() { BaseAddress = Address, DefaultRequestHeaders = { { "X-Local-User", user }, { "Accept-Language", "en" } } };

    public async Task<JsonElement> GetAsync(string user, string path)
    {
        using var client = As(user);
        return await client.GetFromJsonAsync<JsonElement>(path);
    }

    public async Task<HttpResponseMessage> PostAsync(string user, string path, object body, string? idempotencyKey = null)
    {
        using var client = As(user);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        return await client.SendAsync(request);
    }

    /// <summary>Moves the app's clock forward through every due timer, and waits until things have settled.</summary>
    public async Task AdvanceAsync(string duration)
    {
        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromMinutes(2) };
        using var moved = await client.PostAsJsonAsync("/local/clock", new { advance = duration });
        Assert.True(moved.IsSuccessStatusCode, await moved.Content.ReadAsStringAsync());
    }

    public async Task<JsonElement[]> MailboxAsync() => [.. (await GetAsync("administrator/admin", "/local/mailbox.json")).EnumerateArray()];

    public async Task<JsonElement[]> GpInboxAsync() => [.. (await GetAsync("administrator/admin", "/local/gp-inbox.json")).EnumerateArray()];

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            await KillAsync();
        }

        process?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    async Task UntilReadyAsync()
    {
        using var client = new HttpClient();
        for (var started = Stopwatch.StartNew(); started.Elapsed < Patience;)
        {
            try
            {
                using var health = await client.GetAsync(new Uri(Address, "/api/health"));
                if (health.IsSuccessStatusCode && process is { HasExited: false })   // or another app has the port and answers
                {
                    return;
                }
            }
            catch (HttpRequestException) when (process is { HasExited: false })
            {
                await Task.Delay(100);   // another process starts: there is nothing to be told by
            }
        }

        throw new InvalidOperationException($"The app was not ready within {Patience}:\n{Log}");
    }

    /// <summary>One that no other app of these tests was given.</summary>
    static int FreePort()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var free = ((IPEndPoint)listener.LocalEndpoint).Port;
            if (Given.TryAdd(free, true))
            {
                return free;
            }
        }
    }

    [GeneratedRegex("Service Bus listens on port ([0-9]+)")]
    private static partial Regex BusPort();
}
