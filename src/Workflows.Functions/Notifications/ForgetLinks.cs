using Microsoft.Azure.Functions.Worker;

namespace Workflows.Functions.Notifications;

/// <summary>Removes each night the short links whose 60 days are over; they have led nowhere since that moment.</summary>
sealed class ForgetLinks(ShortLinks links)
{
    [Function(nameof(ForgetLinks))]
    public Task Run([TimerTrigger("0 20 2 * * *")] TimerInfo timer, CancellationToken cancellation) => links.ForgetAsync(cancellation);
}
