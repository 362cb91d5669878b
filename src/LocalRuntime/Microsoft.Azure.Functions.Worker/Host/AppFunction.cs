using System.Reflection;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace LocalRuntime.Worker;

/// <summary>A function of the app: the method, the parameter that triggers it, and what middleware sees of it.</summary>
sealed record AppFunction(string Name, MethodInfo Method, ParameterInfo TriggerParameter, TriggerBindingAttribute Trigger)
{
    public AppFunctionDefinition Definition { get; } = new(Name, Method);
}
