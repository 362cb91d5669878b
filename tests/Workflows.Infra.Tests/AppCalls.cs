using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions;

namespace Workflows.Infra.Tests;

/// <summary>What the app answers over HTTP.</summary>
static partial class AppCalls
{
    static readonly List<Regex> All =
    [
        .. from type in typeof(WorkflowsApp).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
           from parameter in method.GetParameters()
           from trigger in parameter.GetCustomAttributes<HttpTriggerAttribute>()
           from verb in trigger.Methods ?? []
           select new Regex($"^{verb.ToUpperInvariant()} /{Parameter().Replace(OptionalPart().Replace(trigger.Route ?? "", "(/[^/]+)?"), "[^/]+")}$"),
    ];

    /// <summary>Whether a call such as <c>GET /api/referrals/{id}</c> is one; what stands in braces may have any name.</summary>
    public static bool Are(string call) => All.Any(route => route.IsMatch(call));

    [GeneratedRegex(@"/\{[^}]*\?\}")]
    private static partial Regex OptionalPart();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
