namespace Workflows.Functions.Notifications;

/// <summary>One way in which messages leave: the edge to a provider.</summary>
interface IChannel
{
    Channel Kind { get; }

    /// <summary>Where somebody is reached by this channel; null where they are not.</summary>
    string? AddressOf(Addressee addressee);

    /// <summary>Hands the message to the provider.</summary>
    Task<ProviderAnswer> SendAsync(Notification notification, string address, string language, CancellationToken cancellation);

    /// <summary>Hands a sign-in code to the provider.</summary>
    Task<ProviderAnswer> SendCodeAsync(string key, string address, string language, string code, CancellationToken cancellation);

    /// <summary>Asks the provider whether it has a message whose answer was lost.</summary>
    Task<Evidence> FindAsync(Notification notification, CancellationToken cancellation);
}

/// <summary>How a message travels.</summary>
enum Channel
{
    Email,
    Sms,
}
