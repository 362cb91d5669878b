using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace LocalRuntime.Worker;

/// <summary>Lets the durable engine run an activity function, from the services of the attempt's scope.</summary>
sealed class ActivityFunction(AppFunction function, FunctionInvoker invoker, IServiceProvider scope, CancellationToken stopping) : ITaskActivity
{
    /// <summary>An activity without input may have the invocation itself as its trigger.</summary>
    public Type InputType { get; } = function.TriggerParameter.ParameterType == typeof(FunctionContext) ? typeof(object) : function.TriggerParameter.ParameterType;

    public Type OutputType => typeof(object);

    public Task<object?> RunAsync(TaskActivityContext context, object? input) =>
        invoker.InvokeAsync(new Invocation(function, input, scope, stopping)
        {
            Data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { ["instanceId"] = context.InstanceId },
        });
}
