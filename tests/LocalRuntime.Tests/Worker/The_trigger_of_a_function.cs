using System.Reflection;
using LocalRuntime.Worker;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace LocalRuntime.Tests.Worker;

public sealed class The_trigger_of_a_function
{
    /// <summary>The runtime may answer another object for the same parameter: it does when two hosts look at the app at the same moment.</summary>
    [Fact]
    public async Task Is_known_by_its_place()
    {
        var (method, again) = (Run(typeof(Functions)), Run(typeof(MoreFunctions)));
        var trigger = again.GetParameters()[0];
        Assert.NotEqual(trigger, method.GetParameters()[0]);
        var function = new AppFunction("Run", method, trigger, trigger.GetCustomAttribute<ActivityTriggerAttribute>()!);

        await using var services = new ServiceCollection().BuildServiceProvider();
        Assert.Equal("brought", await new FunctionInvoker([]).InvokeAsync(new(function, "brought", services, CancellationToken.None)));
    }

    static MethodInfo Run(Type type) => type.GetMethod(nameof(Functions.Run), BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy)!;

    class Functions
    {
        public static string? Run([ActivityTrigger] string? brought) => brought;
    }

    sealed class MoreFunctions : Functions;
}
