using Azure;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Workflows.Functions.Notifications;

namespace Workflows.Functions.Tests.Notifications;

public sealed class When_storage_is_away_from_a_message : IAsyncLifetime
{
    readonly List<ServiceBusMessage> sent = [];
    TestStorage storage = null!;

    public static TheoryData<Exception> Outages { get; } =
    [
        new RequestFailedException(503, "Busy."),
        new AuthenticationFailedException("The identity was refused."),
        new CredentialUnavailableException("Nobody answers for the identity."),
        new AggregateException("Given up.", new RequestFailedException("No connection."), new RequestFailedException(500, "No answer.")),
    ];

    public async Task InitializeAsync() => storage = await TestStorage.CreateAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(Outages), DisableDiscoveryEnumeration = true)]
    public async Task It_comes_back_later(Exception outage)
    {
        await BringAsync(outage, tries: 3);

        Assert.Equal(4, Assert.Single(sent).ApplicationProperties["tries"]);
    }

    [Fact]
    public async Task It_is_put_aside_once_there_is_no_patience_left()
    {
        await Assert.ThrowsAsync<AuthenticationFailedException>(() => BringAsync(new AuthenticationFailedException("The identity was refused."), tries: 20));

        Assert.Empty(sent);
    }

    [Fact]
    public async Task A_defect_is_none_that_passes_by_itself()
    {
        await Assert.ThrowsAsync<AggregateException>(() => BringAsync(new AggregateException(new RequestFailedException(503, "Busy."), new InvalidOperationException()), tries: 0));

        Assert.Empty(sent);
    }

    async Task BringAsync(Exception failure, int tries)
    {
        var bus = new BusInHand { Sent = sent };
        var notifications = new TestNotifications(storage) { Failure = failure };
        var message = ServiceBusModelFactory.ServiceBusReceivedMessage(
            body: NotificationMessage.Of(TestNotifications.Offer).Body,
            messageId: TestNotifications.Offer.Key,
            properties: new Dictionary<string, object> { ["tries"] = tries });
        await new SendNotification(notifications.NewSender(), new(storage.Tables), notifications.NewFallbacks(new(new(storage.Tables, storage.Master))), new(bus, storage.Clock))
            .Run(message, CancellationToken.None);
    }
}
