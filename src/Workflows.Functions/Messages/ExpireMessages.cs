using Microsoft.Azure.Functions.Worker;

namespace Workflows.Functions.Messages;

/// <summary>Removes each night the texts of messages whose 30 days are over; they have not been shown since that moment.</summary>
sealed class ExpireMessages(MessageThread thread)
{
    [Function(nameof(ExpireMessages))]
    public Task Run([TimerTrigger("0 0 2 * * *")] TimerInfo timer, CancellationToken cancellation) => thread.ExpireAsync(cancellation);
}
