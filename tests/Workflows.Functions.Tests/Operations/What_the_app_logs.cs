using System.Reflection;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Operations;

namespace Workflows.Functions.Tests.Operations;

public sealed class What_the_app_logs
{
    static readonly List<LoggerMessageAttribute> Messages =
    [
        .. from type in typeof(Telemetry).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
           from message in method.GetCustomAttributes<LoggerMessageAttribute>()
           select message,
    ];

    /// <summary>Who looks for an event by its id finds that one and no other.</summary>
    [Fact]
    public void Has_an_event_id_of_its_own()
    {
        Assert.True(Messages.Count > 20, $"Only {Messages.Count} messages were found.");
        Assert.All(Messages, message => Assert.True(message.EventId > 0, message.Message));
        Assert.Empty(Messages.GroupBy(message => message.EventId).Where(same => same.Count() > 1).Select(same => $"{same.Key}: {string.Join(" / ", same.Select(message => message.Message))}"));
    }
}
