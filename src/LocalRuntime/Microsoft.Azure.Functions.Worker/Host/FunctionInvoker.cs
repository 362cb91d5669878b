using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace LocalRuntime.Worker;

/// <summary>Runs an invocation through the app's middleware and calls the function.</summary>
sealed class FunctionInvoker
{
    readonly ConcurrentDictionary<AppFunction, Func<Invocation, ValueTask<object?>>[]> bindings = [];
    readonly FunctionExecutionDelegate pipeline;

    public FunctionInvoker(IEnumerable<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware) =>
        pipeline = middleware.Reverse().Aggregate((FunctionExecutionDelegate)Call, (next, step) => step(next));

    /// <summary>What the function returned.</summary>
    /// <remarks>Awaits on the caller's context: an orchestrator function runs on the thread of its engine.</remarks>
    public async Task<object?> InvokeAsync(Invocation invocation)
    {
        await pipeline(invocation);
        return invocation.Result;
    }

    async Task Call(FunctionContext context)
    {
        var invocation = (Invocation)context;
        var method = invocation.Function.Method;
        var binders = bindings.GetOrAdd(invocation.Function, function =>
            [.. function.Method.GetParameters().Select(parameter => ParameterBinding.Of(function, parameter))]);

        var arguments = new object?[binders.Length];
        for (var index = 0; index < arguments.Length; index++)
        {
            arguments[index] = await binders[index](invocation);
        }

        var instance = method.IsStatic ? null : ActivatorUtilities.CreateInstance(invocation.InstanceServices, method.DeclaringType!);
        var returned = method.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
        invocation.Result = await Result(returned, method.ReturnType);
    }

    static async Task<object?> Result(object? returned, Type type)
    {
        var task = returned switch
        {
            Task running => running,
            ValueTask running => running.AsTask(),
            not null when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>) => (Task)type.GetMethod(nameof(ValueTask<>.AsTask))!.Invoke(returned, null)!,
            _ => null,
        };
        if (task is null)
        {
            return returned;
        }

        await task;
        return type.IsGenericType ? typeof(Task<>).MakeGenericType(type.GetGenericArguments()).GetProperty(nameof(Task<>.Result))!.GetValue(task) : null;
    }
}
