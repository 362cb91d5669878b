using System.Reflection;
using Azure.Messaging.ServiceBus;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.DurableTask;

namespace LocalRuntime.Worker;

/// <summary>The functions of an app, by their attributes.</summary>
static class FunctionCatalog
{
    /// <exception cref="InvalidOperationException">A method cannot be a function; the message names it and says why.</exception>
    public static IReadOnlyList<AppFunction> In(IEnumerable<Type> classes)
    {
        List<AppFunction> functions =
        [
            .. from type in classes
               from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
               let attribute = method.GetCustomAttribute<FunctionAttribute>()
               where attribute is not null
               orderby attribute.Name
               select From(attribute.Name, method),
        ];

        // Routes, timers and orchestrators are found by name, whatever its case.
        return functions.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twins
            ? throw new InvalidOperationException($"More than one function is named '{twins.Key}': {string.Join(", ", twins.Select(twin => twin.Definition.EntryPoint))}.")
            : functions;
    }

    static AppFunction From(string name, MethodInfo method)
    {
        var triggers = method.GetParameters()
            .Select(parameter => (Parameter: parameter, Attribute: parameter.GetCustomAttribute<TriggerBindingAttribute>()))
            .Where(candidate => candidate.Attribute is not null)
            .ToList();

        if (triggers is not [var (parameter, trigger)])
        {
            throw new InvalidOperationException($"The function '{name}' ({method.DeclaringType!.FullName}.{method.Name}) has {triggers.Count} triggers; it needs exactly one.");
        }

        return TypeOf(trigger!) is { } type && type != parameter.ParameterType
            ? throw new InvalidOperationException($"The trigger of the function '{name}' is the parameter '{parameter.Name}' of type {parameter.ParameterType.Name}; it must be a {type.Name}.")
            : new(name, method, parameter, trigger!);
    }

    /// <summary>The type of the parameter that the trigger marks; null when it may be any.</summary>
    static Type? TypeOf(TriggerBindingAttribute trigger) => trigger switch
    {
        HttpTriggerAttribute => typeof(HttpRequest),
        TimerTriggerAttribute => typeof(TimerInfo),
        OrchestrationTriggerAttribute => typeof(TaskOrchestrationContext),
        ServiceBusTriggerAttribute => typeof(ServiceBusReceivedMessage),
        _ => null,
    };
}
