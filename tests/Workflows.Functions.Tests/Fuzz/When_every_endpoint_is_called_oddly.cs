using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Workflows.Functions.Tests.Intake;

namespace Workflows.Functions.Tests.Fuzz;

public sealed partial class When_every_endpoint_is_called_oddly
{
    /// <summary>Stands in every failure; put another here to try others.</summary>
    const int Seed = 20260413;

    static readonly int Requests = Environment.GetEnvironmentVariable("WORKFLOWS_FULL") == "1" ? 20_000 : 2_000;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    static readonly string[] SafeHeaders =
        ["Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Cache-Control"];

    readonly ConcurrentDictionary<HttpStatusCode, int> answered = [];
    readonly ConcurrentBag<string> accepted = [];
    readonly ConcurrentQueue<string> faults = [];

    [Fact]
    public async Task None_fails_or_hangs_or_tells_of_its_inside_and_what_is_refused_leaves_nothing_behind()
    {
        await using var app = await FuzzedApp.StartAsync();
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 }) { BaseAddress = app.Address, Timeout = Patience };
        var odd = new Odd(app.Address, Seed, await SubmitAsync(http, 3));

        await Parallel.ForAsync(0, Requests, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, _) => await CallAsync(http, odd, number));

        Assert.True(faults.IsEmpty, $"{faults.Count} faults, of which: {string.Join("\n\n", faults.Take(12))}");
        foreach (var status in (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.UnsupportedMediaType, HttpStatusCode.UnprocessableEntity])
        {
            Assert.True(answered.GetValueOrDefault(status) > 5, $"Only {answered.GetValueOrDefault(status)} answers were {status}: the calls are too odd to come that far.");
        }

        Assert.Empty(await UnexplainedAsync(app));
        Assert.DoesNotContain(app.Logged, line => line.Contains(Odd.Mark, StringComparison.Ordinal) || line.Contains("Zinjected", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Logged, line => line.StartsWith("Error", StringComparison.Ordinal));
        Assert.Single(await SubmitAsync(http, 1));
    }

    async Task CallAsync(HttpClient http, Odd odd, int number)
    {
        using var request = odd.Request(number);
        try
        {
            using var answer = await http.SendAsync(request);
            answered.AddOrUpdate(answer.StatusCode, 1, (_, before) => before + 1);
            var text = await answer.Content.ReadAsStringAsync();
            if (FaultOf(answer, text) is { } fault)
            {
                faults.Enqueue($"{fault} {await DescribedAsync(odd, number)} {(int)answer.StatusCode} {text}");
            }

            if (answer.IsSuccessStatusCode || answer.StatusCode is HttpStatusCode.SeeOther)
            {
                accepted.Add($"{text}\n{answer.Headers}\n{request.RequestUri}");
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or HttpRequestException)
        {
            faults.Enqueue($"No answer. {await DescribedAsync(odd, number)} {failure.Message}");
        }
    }

    static string? FaultOf(HttpResponseMessage answer, string text) =>
        (int)answer.StatusCode >= 500 ? "It failed."
        : Inside().IsMatch(text) ? "It tells of its inside."
        : answer.Headers.Contains("X-Zinjected") ? "A header was injected."
        : (text.Length > 0 || answer.IsSuccessStatusCode) && Array.Find(SafeHeaders, name => !answer.Headers.Contains(name)) is { } missing ? $"{missing} is missing."   // what no function answers is empty
        : null;

    static async Task<string> DescribedAsync(Odd odd, int number)
    {
        using var request = odd.Request(number);
        return $"Seed {odd.Seed}, number {number}: {request.Method} {request.RequestUri} {request.Headers} {(request.Content is { } content ? $"{content.Headers}{Encoding.Latin1.GetString(await content.ReadAsByteArrayAsync())}" : "")}";
    }

    /// <summary>Rows of persons whose referral no accepted call named: something refused left them.</summary>
    async Task<IEnumerable<string>> UnexplainedAsync(FuzzedApp app)
    {
        var named = string.Join('\n', accepted);
        var waiting = (await app.RowsAsync("Waiting")).Where(row => Names(named, row.RowKey.Split('!')[0])).Select(row => row.GetString("Referral")).ToHashSet();
        List<string> rows = [];
        foreach (var table in (string[])["Timeline", "Dossiers", "DossierKeys", "Pending", "Notifications", "Erasures"])
        {
            rows.AddRange((await app.RowsAsync(table)).Select(row => row.PartitionKey).Distinct().Where(id => !id.Contains('!', StringComparison.Ordinal) && !waiting.Contains(id) && !Names(named, id)).Select(id => $"{table}: {id}"));
        }

        return rows;
    }

    static bool Names(string accepted, string id) => accepted.Contains(id, StringComparison.Ordinal);

    /// <summary>What nobody has touched yet and is right in every way.</summary>
    async Task<IReadOnlyList<string>> SubmitAsync(HttpClient http, int times)
    {
        List<string> ids = [];
        for (var time = 0; time < times; time++)
        {
            var body = Submitted.Body;
            body["client"]!["familyName"] = $"Rust {(char)('a' + accepted.Count)}";
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/referrals") { Content = JsonContent.Create(body), Headers = { { "X-Local-User", "referrer/01999901" } } };
            using var answer = await http.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode is HttpStatusCode.Accepted, text);
            accepted.Add(text);
            ids.Add(answer.Headers.Location!.OriginalString.Split('/')[^1]);
        }

        return ids;
    }

    [GeneratedRegex(@"\bat [A-Z]\w*\.[\w.]+\(|Exception\b|System\.\w+\.")]
    private static partial Regex Inside();
}
