using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Pages;

namespace Workflows.Functions.Tests.Repository;

/// <summary>
/// Azure's host tries the routes in the order of the functions' names, whatever their case, and takes the first that matches
/// (<see href="https://github.com/Azure/azure-functions-host/issues/9876">azure-functions-host 9876</see>), not the most exact one.
/// </summary>
public sealed class Which_function_answers
{
    [Fact]
    public void Is_the_one_whose_route_is_most_exact()
    {
        var unreachable = string.Join('\n',
            from exact in HttpFunctions.All
            from loose in HttpFunctions.All
            where exact.Trigger.Methods!.Intersect(loose.Trigger.Methods!).Any() && IsMoreExact(Parts(exact.Trigger), Parts(loose.Trigger))
            where StringComparer.OrdinalIgnoreCase.Compare(exact.Name, loose.Name) > 0
            select $"{exact.Trigger.Route} is never reached: its function's name {exact.Name} comes after {loose.Name} of {loose.Trigger.Route}.");

        Assert.True(unreachable is "", unreachable);
    }

    /// <summary>Of the root's route the constraint sees to it that it matches no word.</summary>
    static string[] Parts(HttpTriggerAttribute trigger) => trigger.Route is FrontDoor.Root ? [] : trigger.Route!.Split('/');

    /// <summary>Whether all that matches the one route matches the other too, which has a parameter where the first has a word.</summary>
    static bool IsMoreExact(string[] exact, string[] loose) =>
        exact.Length == loose.Length
        && exact.Zip(loose).All(part => IsParameter(part.Second) || part.First.Equals(part.Second, StringComparison.OrdinalIgnoreCase))
        && exact.Zip(loose).Any(part => !IsParameter(part.First) && IsParameter(part.Second));

    static bool IsParameter(string part) => part.StartsWith('{');
}
