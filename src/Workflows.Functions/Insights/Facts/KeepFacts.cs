using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Bus;

namespace Workflows.Functions.Insights.Facts;

/// <summary>Keeps the facts up with the timelines: whatever happened to a referral, its fact is made anew.</summary>
/// <remarks>An event that cannot be followed is given up after some tries: before a month is rolled up, every fact that stayed behind catches up.</remarks>
sealed class KeepFacts(FactKeeper keeper, ILogger<KeepFacts> logger)
{
    const int MostTries = 5;

    [Function(nameof(KeepFacts))]
    public async Task Run([ServiceBusTrigger(Entities.Events, Entities.Facts, Connection = Entities.Connection)] ServiceBusReceivedMessage message, CancellationToken cancellation)
    {
        try
        {
            await keeper.KeepAsync(message.CorrelationId, cancellation);
        }
        catch (Exception failure) when (message.DeliveryCount >= MostTries && !cancellation.IsCancellationRequested)
        {
            InsightsLogs.FactStaysBehind(logger, message.CorrelationId, failure.GetType().Name);
        }
    }
}
