namespace Workflows.Functions.Notifications;

/// <summary>What a provider reports about a message that it was given.</summary>
/// <param name="RowKey">Under which key the provider knows it.</param>
/// <param name="News">What became of it.</param>
/// <param name="Detail">The provider's code.</param>
sealed record DeliveryReport(string RowKey, DeliveryNews News, string Detail);

/// <summary>An address to which its provider delivers nothing any more.</summary>
/// <param name="Channel">By which channel.</param>
/// <param name="Address">Which.</param>
/// <param name="Reason">The provider's code.</param>
sealed record SuppressedAddress(Channel Channel, string Address, string Reason);

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
