using System.Reflection;
using System.Text.Json;
using LocalRuntime.DurableTask;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LocalRuntime.Worker;

/// <summary>How a parameter of a function gets its value at each invocation; decided once, from its attribute, its type and its name.</summary>
static class ParameterBinding
{
    public static Func<Invocation, ValueTask<object?>> Of(AppFunction function, ParameterInfo parameter) => parameter switch
    {
        _ when parameter.ParameterType == typeof(FunctionContext) => invocation => new(invocation),
        _ when parameter.ParameterType == typeof(CancellationToken) => invocation => new(invocation.CancellationToken),
        _ when parameter.Position == function.TriggerParameter.Position => invocation => new(invocation.TriggerValue),
        _ when parameter.ParameterType == typeof(ServiceBusMessageActions) => invocation => new(invocation.MessageActions),
        _ when parameter.IsDefined(typeof(DurableClientAttribute)) => invocation => new(invocation.InstanceServices.GetRequiredService<DurableEngine>().Client),
        _ when function.Trigger is OrchestrationTriggerAttribute && OrchestratorFunction.IsInput(parameter) => invocation => new(OrchestrationInput(invocation, parameter)),
        _ when parameter.ParameterType == typeof(HttpRequest) => invocation => new(invocation.GetHttpContext()?.Request),
        _ when parameter.IsDefined(typeof(FromBodyAttribute)) => invocation => Body(invocation, parameter.ParameterType),
        _ => invocation => new(ByName(invocation, parameter)),
    };

    static async ValueTask<object?> Body(Invocation invocation, Type type)
    {
        var http = invocation.GetHttpContext()
            ?? throw new InvalidOperationException($"The function '{invocation.Function.Name}' asks for a request body, but no request called it.");
        var json = http.RequestServices.GetRequiredService<IOptions<Microsoft.AspNetCore.Mvc.JsonOptions>>().Value.JsonSerializerOptions;
        return await http.Request.ReadFromJsonAsync(type, json, invocation.CancellationToken);
    }

    /// <summary>As in the real worker: only an input whose own type is exactly the parameter's arrives, not one of a derived type.</summary>
    static object? OrchestrationInput(Invocation invocation, ParameterInfo parameter) =>
        invocation.OrchestrationInput is { } input && input.GetType() == parameter.ParameterType ? input : Absent(invocation, parameter);

    static object? ByName(Invocation invocation, ParameterInfo parameter) =>
        invocation.Data.TryGetValue(parameter.Name!, out var value) && value is not null ? Convert(value, invocation, parameter) : Absent(invocation, parameter);

    static object? Absent(Invocation invocation, ParameterInfo parameter) =>
        parameter.HasDefaultValue ? parameter.DefaultValue
        : !parameter.ParameterType.IsValueType || Nullable.GetUnderlyingType(parameter.ParameterType) is not null ? null
        : throw new InvalidOperationException(
            $"The parameter '{parameter.Name}' of the function '{invocation.Function.Name}' has no value; give it a default or make it nullable.");

    static object? Convert(object value, Invocation invocation, ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (type.IsInstanceOfType(value))
        {
            return value;
        }

        if (value is string text)
        {
            // A number or a boolean stands as it is in JSON, a Guid, a date or an enum needs quotes.
            foreach (var json in new[] { text, JsonSerializer.Serialize(text) })
            {
                try
                {
                    return JsonSerializer.Deserialize(json, type, JsonSerializerOptions.Web);
                }
                catch (JsonException)
                {
                    // The other form is tried; when none fits, the message below names the parameter, not the value, which may be personal.
                }
            }
        }

        throw new InvalidOperationException(
            $"The parameter '{parameter.Name}' of the function '{invocation.Function.Name}' cannot be made into {type.Name} from what the trigger brought.");
    }
}
