using LocalRuntime.Clock;
using Microsoft.AspNetCore.Http;

namespace LocalRuntime.LocalPages.Page;

/// <summary>The buttons that move the app's clock, working without script.</summary>
static class ClockForm
{
    /// <summary>The value of the button that moves to whatever is due next.</summary>
    public const string NextDue = "next-due";

    public static async Task<IResult> MoveAsync(HttpContext http, ILocalClockControl clock, CancellationToken cancellation)
    {
        var by = http.Request.HasFormContentType ? (await http.Request.ReadFormAsync(cancellation))["by"].ToString() : "";
        if (Distance(by, clock) is not { } distance)
        {
            return Results.Problem("by is an ISO 8601 duration of at most thirty years, or next-due.", statusCode: StatusCodes.Status400BadRequest);
        }

        await clock.AdvanceAsync(distance, cancellation);
        http.Response.Headers.Location = "/local#clock";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>How far to move; null when that is not understood. What was due already takes no move at all.</summary>
    static TimeSpan? Distance(string by, ILocalClockControl clock) => by == NextDue
        ? clock.NextDue - clock.Now is { } ahead && ahead > TimeSpan.Zero ? ahead : TimeSpan.Zero
        : IsoDuration.Parse(by)?.After(clock.Now) - clock.Now;
}
