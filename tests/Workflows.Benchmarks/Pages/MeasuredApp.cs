using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Data.Tables;
using LocalRuntime.LocalPages;
using LocalRuntime.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Workflows.Functions;
using Workflows.Functions.Referrals;
using Workflows.Functions.Storage;
using Workflows.Functions.Tests;
using Workflows.Referrals.Timeline;

namespace Workflows.Benchmarks.Pages;

/// <summary>The whole app in this process, with as many referrals in its lists as wanted.</summary>
sealed class MeasuredApp : IAsyncDisposable
{
    const int ClosedOf = 10;

    readonly string folder = Directory.CreateTempSubdirectory("pages").FullName;
    readonly string prefix = $"p{Guid.NewGuid():N}"[..10];
    readonly SortedRows lists = new();
    readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    readonly IHost host;

    MeasuredApp(string storage)
    {
        var builder = AppOnItsOwn.Builder(storage, prefix, folder);
        builder.Services.AddSingleton(new Tables(new TableServiceClient(storage, new TableClientOptions { Transport = new SeededTransport(prefix + "Lists", lists) }), prefix));
        host = builder.Build();
    }

    /// <summary>The app's services.</summary>
    public IServiceProvider Services => host.Services;

    /// <summary>Rows of lists that were read so far.</summary>
    public long RowsRead => lists.Read;

    /// <summary>Rows of lists that there are.</summary>
    public int Rows => lists.Count;

    /// <summary>The ids of real referrals by how far they came: <c>offered</c>, <c>accepted</c>, <c>started</c> and <c>completed</c>.</summary>
    public IReadOnlyDictionary<string, string> Lived { get; private set; } = new Dictionary<string, string>();

    public static async Task<MeasuredApp> StartAsync(string storage, int referrals)
    {
        var app = new MeasuredApp(storage);
        await app.host.StartAsync();
        app.http.BaseAddress = app.host.LocalAddress();
        app.Lived = await app.LiveAsync();
        await app.FillAsync(referrals);
        return app;
    }

    /// <summary>Opens a page and reads it to its end.</summary>
    public async Task OpenAsync(string user, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, WithIds(path)) { Headers = { { "X-Local-User", WithIds(user) }, { "Accept", "text/html" } } };
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{user} {path}: {(int)answer.StatusCode} {text}");
        }
    }

    string WithIds(string text) => Lived.Aggregate(text, (filled, lived) => filled.Replace($"{{{lived.Key}}}", lived.Value, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await host.StopAsync();
        host.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Copies of the real ones under other ids, each a minute earlier; most have ended, as in a table of years.</summary>
    async Task FillAsync(int referrals)
    {
        var timeline = host.Services.GetRequiredService<TimelineStore>();
        List<Referral> real = [];
        foreach (var id in Lived.Values)
        {
            real.Add(ReferralJson.ReadReferral((await timeline.ReadSummaryAsync(id))!));
        }

        var completed = real[^1];
        var copies = Enumerable.Range(0, referrals - real.Count).Select(number =>
        {
            var like = number % ClosedOf == 0 ? real[number / ClosedOf % (real.Count - 1)] : completed;
            return like with
            {
                Id = number.ToString("x32", CultureInfo.InvariantCulture),
                ReceivedAt = like.ReceivedAt.AddMinutes(-number),
                Handover = like.Handover with { At = like.Handover.At?.AddMinutes(-number), ProposedSlot = like.Handover.ProposedSlot?.AddMinutes(-number) },
            };
        });
        lists.AddRange(real.Concat(copies).SelectMany(ReferralLists.Of).Select(row => (row.Key.List, row.Key.Row, row.Json)));
    }

    async Task<IReadOnlyDictionary<string, string>> LiveAsync()
    {
        var offered = await SubmitAsync("Aanbod");
        var accepted = await SubmitAsync("Aangenomen");
        await GiveAsync(accepted, "accept", new { });
        var started = await StartAsync("Begonnen");
        var completed = await StartAsync("Klaar");
        await GiveAsync(completed, "record-outcome", new { outcome = "completed", reason = "goalReached", lines = new[] { "Gaat elke week naar het eetcafe." } });
        return new Dictionary<string, string> { ["offered"] = offered, ["accepted"] = accepted, ["started"] = started, ["completed"] = completed };
    }

    async Task<string> StartAsync(string familyName)
    {
        var id = await SubmitAsync(familyName);
        await GiveAsync(id, "accept", new { });
        await GiveAsync(id, "plan-handover", new { at = "2026-04-14T13:00:00+02:00", form = "phone" });
        await GiveAsync(id, "record-handover", new { result = "held" });
        return id;
    }

    async Task<string> SubmitAsync(string familyName) =>
        (await SendAsync("referrer/01999901", "/api/referrals", SampleReferral.Of(familyName: familyName))).GetProperty("id").GetString()!;

    Task<JsonElement> GiveAsync(string id, string command, object body) => SendAsync("worker/anna", $"/api/referrals/{id}/commands/{command}", body);

    async Task<JsonElement> SendAsync(string user, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Headers = { { "X-Local-User", user } }, Content = JsonContent.Create(body) };
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        await host.Services.GetRequiredService<ILocalClockControl>().AdvanceAsync(TimeSpan.FromSeconds(1), CancellationToken.None);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
