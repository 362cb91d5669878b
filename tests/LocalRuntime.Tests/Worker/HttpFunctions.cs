using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using FromBodyAttribute = Microsoft.Azure.Functions.Worker.Http.FromBodyAttribute;

namespace LocalRuntime.Tests.Worker;

/// <summary>What an HTTP function may look like.</summary>
public sealed class HttpFunctions(TimeProvider clock)
{
    [Function(nameof(Hello))]
    public static IResult Hello([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Text($"Hello {request.Query["who"]}");

    [Function(nameof(AtTheRoot))]
    public static IResult AtTheRoot([HttpTrigger("get", Route = "{ignored:maxlength(0)?}")] HttpRequest request) => Results.Text("The front door");

    [Function(nameof(ByRoute))]
    public static IResult ByRoute(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "put", Route = "things/{id:guid}/{count:int}/{name}")] HttpRequest request,
        Guid id, int count, string name, DateOnly? on, string absent = "a default") => Results.Text($"{request.Method} {id} {count + 1} {name} {on:yyyy-MM-dd} {absent}");

    [Function(nameof(Body))]
    public static async Task<IActionResult> Body([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request, [FromBody] Thing thing)
    {
        await Task.Yield();
        return new ObjectResult(thing with { Name = $"{thing.Name} of {request.ContentLength} bytes" }) { StatusCode = StatusCodes.Status201Created };
    }

    [Function(nameof(Fails))]
    public static IResult Fails([HttpTrigger("get")] HttpRequest request) => throw new InvalidOperationException($"No {request.Method} today.");

    [Function("anyOne")]
    public static IResult AnyOne([HttpTrigger("get", Route = "shelf/{name}")] HttpRequest request, string name) => Results.Text($"any one, {name}");

    [Function("TheExactOne")]
    public static IResult TheExactOne([HttpTrigger("get", Route = "shelf/first")] HttpRequest request) => Results.Text("the exact one");

    [Function("AnExactOne")]
    public static IResult AnExactOne([HttpTrigger("get", Route = "shelf/last")] HttpRequest request) => Results.Text("an exact one");

    [Function(nameof(FromServices))]
    public async ValueTask<IResult> FromServices([HttpTrigger("get")] HttpRequest request, FunctionContext context, CancellationToken cancellation)
    {
        await Task.Yield();
        return Results.Json(new
        {
            HasClock = clock is not null,
            SameRequest = context.GetHttpContext()?.Request == request,
            context.FunctionDefinition.Name,
            context.FunctionDefinition.EntryPoint,
            Binding = context.FunctionDefinition.InputBindings["request"].Type,
            Cancellable = cancellation == request.HttpContext.RequestAborted,
        });
    }
}

public sealed record Thing(string Name, DateOnly Date);
