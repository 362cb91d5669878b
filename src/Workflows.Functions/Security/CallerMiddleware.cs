using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Workflows.Functions.Security.Web;

namespace Workflows.Functions.Security;

/// <summary>Lets an HTTP function run only for who may call it, and tells it who that is. Other triggers pass.</summary>
sealed class CallerMiddleware(Callers callers, WebGuard guard) : IFunctionsWorkerMiddleware
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
