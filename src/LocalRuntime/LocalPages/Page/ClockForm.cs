using System.Xml;
using Microsoft.AspNetCore.Http;

namespace LocalRuntime.LocalPages.Page;

/// <summary>The buttons that move the app's clock, working without script.</summary>
static class ClockForm
{
    /// <summary>The value of the button that moves to whatever is due next.</summary>
    public const string NextDue = "next-due";

    static readonly TimeSpan Most = TimeSpan.FromDays(366);

    public static async Task<IResult> MoveAsync(HttpContext http, ILocalClockControl clock, CancellationToken cancellation)
    {
        var by = http.Request.HasFormContentType ? (await http.Request.ReadFormAsync(cancellation))["by"].ToString() : "";
        if (Distance(by, clock) is not { } distance)
        {
            return Results.Problem("by is an ISO 8601 duration of at most a year, or next-due.", statusCode: StatusCodes.Status400BadRequest);
        }

        await clock.AdvanceAsync(distance, cancellation);
        http.Response.Headers.Location = "/local#clock";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>How far to move; null when that is not understood. What was due already takes no move at all.</summary>
    static TimeSpan? Distance(string by, ILocalClockControl clock)
    {
        if (by == NextDue)
        {
            return clock.NextDue - clock.Now is { } ahead && ahead > TimeSpan.Zero ? ahead : TimeSpan.Zero;
        }

        try
        {
            return XmlConvert.ToTimeSpan(by) is { } distance && distance > TimeSpan.Zero && distance <= Most ? distance : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
