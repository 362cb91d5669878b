using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LocalRuntime.LocalPages.GpInbox;

/// <summary>The sample GP system: receives signed webhooks under any name, keeps them, and fails when told to.</summary>
static class GpInboxEndpoints
{
    public static void Map(IEndpointRouteBuilder local)
    {
        local.MapPost("/gp-inbox/{name}", ReceiveAsync);
        local.MapPost("/gp-inbox/{name}/answers", Order);
        local.MapGet("/gp-inbox.json", AllAsync);
    }

    static async Task<IResult> ReceiveAsync(
        string name, HttpContext http, DeliveryStore store, OrderedAnswers orders, LocalPagesSettings settings, TimeProvider clock, CancellationToken cancellation)
    {
        if (!IsName(name))
        {
            return Results.NotFound();
        }

        if (orders.Take(name) is { } ordered)
        {
            http.Response.Headers.RetryAfter = ordered.RetryAfter?.ToString(CultureInfo.InvariantCulture);
            return Results.StatusCode(ordered.Status);
        }

        if (await LocalBody.ReadAsync(http.Request, cancellation) is not { } body)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        var headers = http.Request.Headers;
        var id = headers["webhook-id"].ToString();
        var verified = StandardWebhooks.Holds(settings.GpInboxSecrets, id, headers["webhook-timestamp"].ToString(), headers["webhook-signature"].ToString(), body, clock.GetUtcNow());

        await store.AddAsync(name, id, verified, Encoding.UTF8.GetString(body), cancellation);
        return verified ? Results.NoContent() : Results.Problem("The signature does not hold.", statusCode: StatusCodes.Status401Unauthorized);
    }

    static IResult Order(string name, OrderedAnswer answer, OrderedAnswers orders)
    {
        if (!IsName(name) || !answer.IsPossible)
        {
            return Results.Problem("A name of letters, digits and dashes, a status of 300 to 599, and no negative numbers.", statusCode: StatusCodes.Status400BadRequest);
        }

        orders.Order(name, answer);
        return Results.NoContent();
    }

    static async Task<IResult> AllAsync(DeliveryStore store, CancellationToken cancellation) =>
        LocalJson.Answer((await store.AllAsync(cancellation)).Select(delivery => new
        {
            delivery.Inbox,
            delivery.WebhookId,
            delivery.ReceivedAt,
            delivery.Deliveries,
            delivery.Verified,
            Body = Parsed(delivery.Body),
        }));

    /// <summary>The body as JSON, or as text where it is none.</summary>
    static JsonNode? Parsed(string body)
    {
        try
        {
            return JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return JsonValue.Create(body);
        }
    }

    /// <summary>The name becomes a key of a table, where not every character may stand.</summary>
    static bool IsName(string name) => name.Length <= 100 && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-');
}
