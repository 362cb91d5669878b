using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using LocalRuntime.Clock;
using LocalRuntime.LocalPages.Page;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;

namespace LocalRuntime.LocalPages.Walk;

/// <summary>Takes the steps of the walk: calls the app as somebody else would, and lets the browser see what that person sees.</summary>
static class WalkEndpoints
{
    static readonly HttpClient App = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public static void Map(IEndpointRouteBuilder local)
    {
        local.MapGet("/walk", (Frame frame, HttpRequest request, IEnumerable<GuidedWalk> walks) =>
            walks.SingleOrDefault() is { } walk ? WalkPage.Show(frame, request, walk, Progress.Of(request)) : Results.NotFound());
        local.MapPost("/walk/{step:int}", TakeAsync);
        local.MapPost("/walk/{step:int}/look/{look:int}", LookAsync);
    }

    /// <summary>During working hours: what people do at night may have to wait, and a walk does not.</summary>
    static async Task<IResult> TakeAsync(
        int step, Frame frame, HttpRequest request, IEnumerable<GuidedWalk> walks, ILocalClockControl clock, IConfiguration settings, CancellationToken cancellation)
    {
        if (walks.SingleOrDefault() is not { } walk || walk.Steps.ElementAtOrDefault(step) is not { } taken)
        {
            return Results.NotFound();
        }

        var progress = Progress.Of(request);
        var now = clock.Now;
        await clock.AdvanceAsync(ClockStart.WhenPeopleWork(settings, IsoDuration.Parse(taken.Advance)?.After(now) ?? now) - now, cancellation);
        foreach (var call in taken.Calls ?? [])
        {
            using var answer = await App.SendAsync(Message(request, walk, call, progress, clock.Now), cancellation);
            var told = await answer.Content.ReadAsStringAsync(cancellation);
            if (!answer.IsSuccessStatusCode)
            {
                return WalkPage.Show(frame, request, walk, progress, $"{(int)answer.StatusCode} {told}");
            }

            progress = (call.Keep ?? new Dictionary<string, string>()).Aggregate(progress, (known, kept) => known.With(kept.Key, Found(told, kept.Value)));
            await clock.AdvanceAsync(TimeSpan.Zero, cancellation);   // until what that set going has settled
        }

        return new SeeOther((progress with { Done = step + 1 }).Address(WalkPage.Path) + $"#step-{step + 1}");
    }

    /// <summary>Signs in on behalf of the browser, and hands over what the app answers: its cookie, and where to go on.</summary>
    static async Task<IResult> LookAsync(int step, int look, HttpContext http, IEnumerable<GuidedWalk> walks, ILocalClockControl clock, CancellationToken cancellation)
    {
        if (walks.SingleOrDefault() is not { } walk || walk.Steps.ElementAtOrDefault(step)?.Look?.ElementAtOrDefault(look) is not { As: { } user } there)
        {
            return Results.NotFound();
        }

        var path = Progress.Of(http.Request).Fill(there.Path, clock.Now);
        using var form = new FormUrlEncodedContent([new(walk.SignIn.User, user), new(walk.SignIn.Back, path)]);
        using var answer = await App.PostAsync(Address(http.Request, walk.SignIn.Page), form, cancellation);
        if (answer.Headers.TryGetValues("Set-Cookie", out var cookies))
        {
            http.Response.Headers.SetCookie = cookies.ToArray();
        }

        return new SeeOther(path);
    }

    static HttpRequestMessage Message(HttpRequest request, GuidedWalk walk, WalkCall call, Progress progress, DateTimeOffset now) =>
        new(call.Body is null ? HttpMethod.Get : HttpMethod.Post, Address(request, progress.Fill(call.Path, now)))
        {
            Headers = { { walk.SignIn.Header, call.As } },
            Content = call.Body is { } body ? new StringContent(progress.Fill(body.GetRawText(), now), Encoding.UTF8, "application/json") : null,
        };

    static string Found(string json, string place) =>
        place.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(JsonNode.Parse(json), (at, part) => at is JsonArray items ? items[int.Parse(part, CultureInfo.InvariantCulture)] : at![part])!.ToString();

    /// <summary>The app is where this page is: <see cref="LocalOnly"/> has seen to it that this is here.</summary>
    static Uri Address(HttpRequest request, string path) => new(new Uri($"{request.Scheme}://{request.Host}"), path);
}
