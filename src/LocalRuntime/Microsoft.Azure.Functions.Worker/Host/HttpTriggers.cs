using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Worker;

/// <summary>Serves the app's HTTP functions.</summary>
sealed class HttpTriggers(IReadOnlyList<AppFunction> functions, string routePrefix, FunctionInvoker invoker, Readiness readiness, ILoggerFactory loggers)
{
    /// <summary>The key under which the real integration keeps the request among an invocation's items.</summary>
    public const string HttpContextKey = "HttpRequestContext";

    /// <summary>Function, methods and route, for the list that is shown at the start.</summary>
    public IEnumerable<(string Function, string Methods, string Route)> Routes =>
        from function in functions
        let trigger = function.Trigger as HttpTriggerAttribute
        where trigger is not null
        select (function.Name, trigger.Methods is { Length: > 0 } methods ? string.Join(',', methods).ToUpperInvariant() : "*", RouteOf(function, trigger));

    /// <summary>Azure tries routes in the order of the functions' names and takes the first that matches, however inexact; so does this.</summary>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var (order, function) in functions.OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase).Index())
        {
            if (function.Trigger is not HttpTriggerAttribute trigger)
            {
                continue;
            }

            RequestDelegate handle = http => HandleAsync(function, http);
            var endpoint = trigger.Methods is { Length: > 0 } methods
                ? endpoints.MapMethods(RouteOf(function, trigger), methods, handle)
                : endpoints.Map(RouteOf(function, trigger), handle);
            endpoint.WithDisplayName(function.Name).WithOrder(order);
        }
    }

    string RouteOf(AppFunction function, HttpTriggerAttribute trigger) =>
        "/" + string.Join('/', new[] { routePrefix.Trim('/'), (trigger.Route ?? function.Name).Trim('/') }.Where(part => part.Length > 0));

    async Task HandleAsync(AppFunction function, HttpContext http)
    {
        await readiness.WhenReady.WaitAsync(http.RequestAborted);
        try
        {
            var invocation = new Invocation(function, http.Request, http.RequestServices, http.RequestAborted) { Data = DataOf(http) };
            invocation.Items[HttpContextKey] = http;
            await Answer(http, await invoker.InvokeAsync(invocation));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller went away: nobody is there to be answered.
        }
        catch (Exception failure)
        {
            loggers.ForFunction(function).FunctionFailed(failure, function.Name);
            if (!http.Response.HasStarted)
            {
                http.Response.Clear();
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            }
        }
    }

    /// <summary>Values of the query and, stronger, of the route, by name.</summary>
    static Dictionary<string, object?> DataOf(HttpContext http)
    {
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in http.Request.Query)
        {
            data[name] = values.ToString();
        }

        foreach (var (name, value) in http.Request.RouteValues)
        {
            data[name] = value;
        }

        return data;
    }

    static Task Answer(HttpContext http, object? result) => result switch
    {
        IResult answer => answer.ExecuteAsync(http),
        IActionResult answer => answer.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor())),
        _ => Task.CompletedTask,   // the function, or middleware in its place, wrote the response itself
    };
}
