using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Workflows.Functions.Audit;
using Workflows.Functions.Security.Web;

namespace Workflows.Functions.Security;

/// <summary>Lets an HTTP function run only for who may call it, and tells it who that is. Other triggers pass.</summary>
sealed class CallerMiddleware(Callers callers, WebGuard guard, AuditTrail trail) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        var caller = await callers.FindAsync(http.Request, context.CancellationToken);
        if (caller is not null)
        {
            http.Features.Set(caller);
        }

        var function = context.FunctionDefinition.Name;
        if (await guard.RefusesAsync(http, Access.PolicyOf(function)) is { } unsafely)
        {
            await unsafely.ExecuteAsync(http);
            return;
        }

        if (Access.Refuses(function, caller) is { } problem)
        {
            if (caller is not null && Access.PolicyOf(function).Audited is { } what)
            {
                await trail.RecordAsync(what, caller, organisation: null, AuditTrail.IdOf(http.GetRouteValue("id")), AuditRefusals.Role);
            }

            await problem.ExecuteAsync(http);
            return;
        }

        await next(context);
    }
}

/// <summary>Who is calling, for functions.</summary>
static class CallerOfRequest
{
    extension(HttpRequest request)
    {
        /// <summary>The caller that the policy let through.</summary>
        /// <exception cref="InvalidOperationException">The function is public and nobody proved who they are.</exception>
        public Caller Caller => request.HttpContext.Features.GetRequiredFeature<Caller>();
    }
}
