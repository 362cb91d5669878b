namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>A step around every invocation, whatever its trigger. One instance serves the whole app.</summary>
public interface IFunctionsWorkerMiddleware
{
    /// <summary>Runs around <paramref name="next"/>; not calling it keeps the function from running.</summary>
    /// <remarks>Around an orchestrator function it runs again at every replay.</remarks>
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
