using Azure.Messaging.ServiceBus;

namespace Workflows.Functions.Tests;

/// <summary>A bus that keeps what is sent, hands out once what is waiting, and takes nothing back.</summary>
sealed class BusInHand : ServiceBusClient
{
    public List<ServiceBusMessage> Sent { get; init; } = [];

    public List<ServiceBusReceivedMessage> Waiting { get; init; } = [];

    public override ServiceBusSender CreateSender(string queueOrTopicName) => new Sender(this);

    public override ServiceBusReceiver CreateReceiver(string queueName, ServiceBusReceiverOptions options) => new Receiver(this);

    sealed class Sender(BusInHand bus) : ServiceBusSender
    {
        public override Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default)
        {
            bus.Sent.Add(message);
            return Task.CompletedTask;
        }
    }

    sealed class Receiver(BusInHand bus) : ServiceBusReceiver
    {
        public override Task<IReadOnlyList<ServiceBusReceivedMessage>> ReceiveMessagesAsync(int maxMessages, TimeSpan? maxWaitTime = null, CancellationToken cancellationToken = default)
        {
            IReadOnlyList<ServiceBusReceivedMessage> handedOut = [.. bus.Waiting];
            bus.Waiting.Clear();
            return Task.FromResult(handedOut);
        }

        public override Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) => Task.CompletedTask;

        public override Task AbandonMessageAsync(
            ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = null, CancellationToken cancellationToken = default) =>
            Task.FromException(new ServiceBusException("The lock is lost.", ServiceBusFailureReason.MessageLockLost));

        public override Task CloseAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}
