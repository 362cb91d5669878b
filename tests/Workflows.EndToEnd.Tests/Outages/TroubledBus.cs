using Azure.Messaging.ServiceBus;
using Workflows.Functions.Bus;

namespace Workflows.EndToEnd.Tests.Outages;

/// <summary>The app's bus with an end that fails as the official client does, after its own retries. While it is in trouble each message that is sent meets the next kind of it.</summary>
sealed class TroubledBus(string connection) : ServiceBusClient(connection, BusServices.Impatient)
{
    static readonly Trouble[] Kinds = Enum.GetValues<Trouble>();

    int sent;

    /// <summary>Whether it is in trouble.</summary>
    public bool IsInTrouble { get; set; }

    /// <summary>How many messages met trouble.</summary>
    public int Met => sent;

    public override ServiceBusSender CreateSender(string queueOrTopicName) => new Sender(this, base.CreateSender(queueOrTopicName));

    sealed class Sender(TroubledBus bus, ServiceBusSender sender) : ServiceBusSender
    {
        public override async Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default)
        {
            var trouble = bus.IsInTrouble ? Kinds[Interlocked.Increment(ref bus.sent) % Kinds.Length] : (Trouble?)null;
            if (trouble is null or { Takes: true })
            {
                await sender.SendMessageAsync(message, cancellationToken);
            }

            if (trouble is { } met)
            {
                throw Failure(met);
            }
        }

        static Exception Failure(Trouble trouble) => trouble switch
        {
            Trouble.TooMany => new ServiceBusException("busy", ServiceBusFailureReason.ServiceBusy),
            Trouble.Slow or Trouble.CutHalfWay => new ServiceBusException("no answer in time", ServiceBusFailureReason.ServiceTimeout),
            Trouble.Broken => new ServiceBusException("broken", ServiceBusFailureReason.GeneralError),
            Trouble.Garbage => new FormatException("no AMQP"),
            _ => new ServiceBusException("cut", ServiceBusFailureReason.ServiceCommunicationProblem),
        };
    }
}
