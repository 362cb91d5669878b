using LocalRuntime.Clock;
using Microsoft.AspNetCore.Http;

namespace LocalRuntime.LocalPages.Page;

/// <summary>The app's clock and the buttons that move it, working without script.</summary>
static class ClockForm
{
    /// <summary>The value of the button that moves to the next deadline.</summary>
    public const string NextDeadline = "next-deadline";

    public static Html Of(ILocalClockControl clock, HttpRequest request) => Html.Of($"""
        <section class="clock" aria-label="Clock">
        <p class="now">{Moments.Of(clock.Now)}</p>
        <p class="quiet">Next deadline: {(clock.NextDeadline is { } next ? Html.Of($"{Moments.Of(next)}, {Moments.Until(next - clock.Now)}") : new Html("nothing waits"))}</p>
        <form method="post" action="/local/clock/move">
        <input type="hidden" name="back" value="{request.Path + request.QueryString}">
        {(clock.NextDeadline is null ? Html.Empty : Button(NextDeadline, "To the next deadline"))}
        {Button("PT1H", "+1 hour")}
        {Button("P1D", "+1 day")}
        {Button("P1W", "+1 week")}
        {Button("P1M", "+1 month")}
        </form>
        </section>
        """);

    public static async Task<IResult> MoveAsync(HttpContext http, ILocalClockControl clock, CancellationToken cancellation)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(cancellation) : FormCollection.Empty;
        if (Distance(form["by"].ToString(), clock) is not { } distance)
        {
            return Results.Problem($"by is an ISO 8601 duration of at most thirty years, or {NextDeadline}.", statusCode: StatusCodes.Status400BadRequest);
        }

        await clock.AdvanceAsync(distance, cancellation);
        return new SeeOther(form["back"].ToString() is var back && IsLocal(back) ? back : "/local");
    }

    static Html Button(string by, string text) => Html.Of($"""<button name="by" value="{by}">{text}</button>""");

    /// <summary>How far to move; null when that is not understood. What was due already takes no move at all.</summary>
    static TimeSpan? Distance(string by, ILocalClockControl clock) => by == NextDeadline
        ? clock.NextDeadline - clock.Now is { } ahead && ahead > TimeSpan.Zero ? ahead : TimeSpan.Zero
        : IsoDuration.Parse(by)?.After(clock.Now) - clock.Now;

    static bool IsLocal(string address) => address.StartsWith("/local/", StringComparison.Ordinal) && Uri.IsWellFormedUriString(address, UriKind.Relative);
}
