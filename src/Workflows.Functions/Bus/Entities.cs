namespace Workflows.Functions.Bus;

/// <summary>The queues and the topic of the app's Service Bus, as <c>servicebus.json</c> declares them.</summary>
static class Entities
{
    /// <summary>The setting that says where the bus is: a connection string, or with <c>__fullyQualifiedNamespace</c> behind it the namespace's host name.</summary>
    public const string Connection = "ServiceBusConnection";

    /// <summary>Queue: messages to people, one by one, without personal data.</summary>
    public const string Notifications = "notifications";

    /// <summary>Queue: referrals that other systems hand in.</summary>
    public const string Intake = "referral-intake";

    /// <summary>Queue: clients who want a code to sign in with.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Topic: what happened to referrals, as CloudEvents without personal data.</summary>
    public const string Events = "referral-events";

    /// <summary>Subscription of the topic: what the figures are made of.</summary>
    public const string Facts = "facts";

    /// <summary>The queues whose messages this app receives, and whose dead letters are its own.</summary>
    public static IReadOnlyList<string> Received { get; } = [Notifications, Intake, SignIn];
}
