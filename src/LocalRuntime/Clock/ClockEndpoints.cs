using System.Text.Json;
using System.Xml;
using LocalRuntime.LocalPages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LocalRuntime.Clock;

/// <summary><c>/local/clock</c>: shows the app's clock and moves it.</summary>
static class ClockEndpoints
{
    public static void MapClock(this IEndpointRouteBuilder endpoints, ClockDriver driver)
    {
        var local = endpoints.MapGroup("/local/clock").AddEndpointFilter<RouteGroupBuilder, LocalOnly>();
        local.MapGet("", () => Results.Json(State.Of(driver)));
        local.MapPost("", async (HttpContext http) =>
        {
            if (IsoDuration.Parse(await AdvanceOf(http.Request)) is not { } distance)
            {
                return Results.Problem(
                    statusCode: StatusCodes.Status400BadRequest,
                    title: "That is no distance to move the clock.",
                    detail: "Accepted is { \"advance\": D } with an ISO 8601 duration above zero and of at most thirty years, such as P3D, PT2H or P1M.",
                    extensions: new Dictionary<string, object?> { ["errors"] = new[] { new { pointer = "/advance", code = "invalid", detail = "Not a duration such as P3D." } } });
            }

            await driver.AdvanceAsync(distance.After, http.RequestAborted);
            return Results.Json(State.Of(driver));
        });
    }

    static async Task<string?> AdvanceOf(HttpRequest request)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            return body.RootElement.ValueKind == JsonValueKind.Object
                && body.RootElement.TryGetProperty("advance", out var advance)
                && advance.ValueKind == JsonValueKind.String ? advance.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The answer: times in UTC, the offset as a duration.</summary>
    sealed record State(DateTimeOffset Now, string Offset, DateTimeOffset? NextDue)
    {
        public static State Of(ClockDriver driver) => new(driver.Now, XmlConvert.ToString(driver.Offset), driver.NextDue);
    }
}
