using Microsoft.Azure.Functions.Worker;

namespace Workflows.Functions.Notifications;

/// <summary>Messages that did not arrive and whose other way could not be finished at once: a provider was down, or it was night.</summary>
sealed class CarryFallbacks(Fallbacks fallbacks)
{
    [Function(nameof(CarryFallbacks))]
    public Task Run([TimerTrigger("30 * * * * *")] TimerInfo timer, CancellationToken cancellation) => fallbacks.CarryAllAsync(cancellation);
}
