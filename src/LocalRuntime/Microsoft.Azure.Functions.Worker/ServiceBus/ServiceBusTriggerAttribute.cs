using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Calls the function for each message of a queue.</summary>
/// <param name="queueName">The queue.</param>
public sealed class ServiceBusTriggerAttribute(string queueName) : TriggerBindingAttribute
{
    /// <summary>The queue.</summary>
    public string? QueueName { get; } = queueName;

    /// <summary>The name of the setting with the connection string.</summary>
    public string? Connection { get; set; }

    /// <summary>Whether a message is completed when the function returns; a function that settles its messages itself says false.</summary>
    public bool AutoCompleteMessages { get; set; } = true;
}
