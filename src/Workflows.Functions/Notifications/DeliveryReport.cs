namespace Workflows.Functions.Notifications;

/// <summary>What a provider reports about a message that it was given.</summary>
/// <param name="RowKey">Under which key the provider knows it.</param>
/// <param name="News">What became of it.</param>
/// <param name="Detail">The provider's code.</param>
sealed record DeliveryReport(string RowKey, DeliveryNews News, string Detail);

/// <summary>What became of a message.</summary>
enum DeliveryNews
{
    /// <summary>The provider has it: what was possibly sent was sent.</summary>
    Accepted,

    /// <summary>It arrived.</summary>
    Delivered,

    /// <summary>It did not arrive and will not: bounced, blocked, suppressed.</summary>
    NotDelivered,
}
