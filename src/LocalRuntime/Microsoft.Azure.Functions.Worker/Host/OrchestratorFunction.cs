using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace LocalRuntime.Worker;

/// <summary>Lets the durable engine run an orchestrator function. Middleware runs around it, at every replay again.</summary>
sealed class OrchestratorFunction(AppFunction function, FunctionInvoker invoker, IServiceProvider services) : ITaskOrchestrator
{
    public Type InputType { get; } = function.Method.GetParameters().FirstOrDefault(IsInput)?.ParameterType ?? typeof(object);

    public Type OutputType => typeof(object);

    /// <summary>The parameter that takes the input: the first one that is not filled otherwise.</summary>
    public static bool IsInput(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<BindingAttribute>() is null
        && parameter.ParameterType != typeof(FunctionContext)
        && parameter.ParameterType != typeof(CancellationToken);

    public async Task<object?> RunAsync(TaskOrchestrationContext context, object? input)
    {
        using var scope = services.CreateScope();
        return await invoker.InvokeAsync(new Invocation(function, context, scope.ServiceProvider, CancellationToken.None) { OrchestrationInput = input });
    }
}
