using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Audit;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Problems;

/// <summary>Answers an HTTP request whose function failed with a problem document that tells nothing of the inside. Other triggers pass: their host retries them.</summary>
sealed partial class UnhandledExceptions(ILogger<UnhandledExceptions> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is waiting for the answer any more.
        }
        catch (BadHttpRequestException) when (!http.Response.HasStarted)
        {
            // The web server found it while the body was read: the fault is the sender's.
            http.Response.Clear();
            await Problem.Of(ProblemKind.BadRequest).ExecuteAsync(http);
        }
        catch (AuditUnavailableException) when (!http.Response.HasStarted)
        {
            // The audit log has said why: what cannot be recorded does not happen.
            http.Response.Clear();
            await Problem.Of(ProblemKind.NotAudited).ExecuteAsync(http);
        }
        catch (Exception exception) when (StorageOutage.IsAway(exception) && !http.Response.HasStarted)
        {
            FunctionFailed(context.FunctionDefinition.Name, context.InvocationId, Types(exception), exception.StackTrace);
            http.Response.Clear();
            await Problem.Of(ProblemKind.StorageAway).ExecuteAsync(http);
        }
        catch (Exception exception) when (!http.Response.HasStarted)
        {
            // Never the message: it may quote what somebody sent. Types and places in the code are enough to find the fault.
            FunctionFailed(context.FunctionDefinition.Name, context.InvocationId, Types(exception), exception.StackTrace);
            http.Response.Clear();
            await Problem.Of(ProblemKind.Unexpected).ExecuteAsync(http);
        }
    }

    static string Types(Exception exception) =>
        exception.InnerException is { } inner ? $"{exception.GetType().FullName} < {Types(inner)}" : exception.GetType().FullName!;

    [LoggerMessage(EventId = 1000, Level = LogLevel.Error, Message = "The function {Function} failed in invocation {Invocation}: {Exception}\n{Places}")]
    partial void FunctionFailed(string function, string invocation, string exception, string? places);
}
