using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Security;

namespace Workflows.Functions.Tests;

/// <summary>The HTTP functions of the app, by their attributes.</summary>
static class HttpFunctions
{
    public static IReadOnlyList<(string Name, HttpTriggerAttribute Trigger)> All { get; } =
    [
        .. from type in typeof(Access).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
           let function = method.GetCustomAttribute<FunctionAttribute>()
           from trigger in method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>()
           where function is not null
           select (function.Name, trigger),
    ];
}
