using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Calls the function for each message of a queue, or of a topic's subscription.</summary>
public sealed class ServiceBusTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>For each message of a queue.</summary>
    /// <param name="queueName">The queue.</param>
    public ServiceBusTriggerAttribute(string queueName) => QueueName = queueName;

    /// <summary>For each message of a subscription.</summary>
    /// <param name="topicName">The topic.</param>
    /// <param name="subscriptionName">Its subscription.</param>
    public ServiceBusTriggerAttribute(string topicName, string subscriptionName) => (TopicName, SubscriptionName) = (topicName, subscriptionName);

    /// <summary>The queue; null for a subscription.</summary>
    public string? QueueName { get; }

    /// <summary>The topic; null for a queue.</summary>
    public string? TopicName { get; }

    /// <summary>The topic's subscription; null for a queue.</summary>
    public string? SubscriptionName { get; }

    /// <summary>The name of the setting with the connection string.</summary>
    public string? Connection { get; set; }

    /// <summary>Whether a message is completed when the function returns; a function that settles its messages itself says false.</summary>
    public bool AutoCompleteMessages { get; set; } = true;
}
