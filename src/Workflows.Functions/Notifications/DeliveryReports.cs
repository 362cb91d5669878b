namespace Workflows.Functions.Notifications;

/// <summary>Takes what providers report about messages: settles what was possibly sent, and lets what did not arrive go by another way. The same report again changes nothing.</summary>
sealed class DeliveryReports(NotificationStore store, Fallbacks fallbacks, Suppressions suppressions)
{
    public Task TakeAsync(SuppressedAddress suppressed, CancellationToken cancellation = default) =>
        suppressions.AddAsync(suppressed.Channel, suppressed.Address, suppressed.Reason, cancellation);

    public async Task TakeAsync(DeliveryReport report, CancellationToken cancellation = default)
    {
        while (await store.FindByRowKeyAsync(report.RowKey, cancellation) is var (notification, row))
        {
            if (After(row.State, report.News) is not { } state)
            {
                return;
            }

            if (state is NotificationState.NotDelivered)
            {
                await fallbacks.AddAsync(notification, report.Detail, cancellation);
                await fallbacks.CarryAsync(notification, cancellation);
                return;
            }

            if (await store.WriteAsync(notification, row with { State = state, Detail = report.Detail }, cancellation) is not null)
            {
                return;
            }

            // Its sender wrote at the same moment; what it wrote decides whether the report still says something.
        }
    }

    /// <summary>The state after the news; null when the news is old. A mail may bounce after it was delivered to a server on its way.</summary>
    static NotificationState? After(NotificationState state, DeliveryNews news) => (state, news) switch
    {
        (NotificationState.NotDelivered, _) => null,
        (_, DeliveryNews.NotDelivered) => NotificationState.NotDelivered,
        (NotificationState.Delivered, _) => null,
        (_, DeliveryNews.Delivered) => NotificationState.Delivered,
        (NotificationState.Sent, _) => null,
        _ => NotificationState.Sent,
    };
}
