using Azure.Messaging.ServiceBus;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Settles the messages that a function was called for.</summary>
public class ServiceBusMessageActions
{
    readonly ProcessMessageEventArgs? received;

    internal ServiceBusMessageActions(ProcessMessageEventArgs received) => this.received = received;

    /// <summary>For tests that settle in their own way.</summary>
    protected ServiceBusMessageActions()
    {
    }

    /// <summary>The message is done and leaves the queue.</summary>
    public virtual Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        received!.CompleteMessageAsync(message, cancellationToken);

    /// <summary>The message is put aside, with the reason, for somebody to look at.</summary>
    public virtual Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message,
        Dictionary<string, object>? propertiesToModify = default,
        string? deadLetterReason = default,
        string? deadLetterErrorDescription = default,
        CancellationToken cancellationToken = default) =>
        propertiesToModify is null
            ? received!.DeadLetterMessageAsync(message, deadLetterReason, deadLetterErrorDescription, cancellationToken)   // the other one looks into them
            : received!.DeadLetterMessageAsync(message, propertiesToModify, deadLetterReason, deadLetterErrorDescription, cancellationToken);
}
