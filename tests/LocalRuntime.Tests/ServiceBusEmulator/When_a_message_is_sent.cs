using Azure.Messaging.ServiceBus;
using LocalRuntime.Tests.Azurite;

namespace LocalRuntime.Tests.ServiceBusEmulator;

public sealed class When_a_message_is_sent(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task It_arrives_with_everything_that_was_on_it()
    {
        await using var bus = await TestBus.StartAsync(azurite);
        var sender = bus.Client.CreateSender(TestBus.Queue);
        await sender.SendMessageAsync(new ServiceBusMessage("body") { MessageId = "id-1", Subject = "subject", CorrelationId = "c", ContentType = "application/json", ApplicationProperties = { ["n"] = 42 } });

        var received = await bus.Client.CreateReceiver(TestBus.Queue).ReceiveMessageAsync();

        Assert.Equal(("body", "id-1", "subject", "c", "application/json", 42, 1), (received.Body.ToString(), received.MessageId, received.Subject, received.CorrelationId, received.ContentType, received.ApplicationProperties["n"], received.DeliveryCount));
        Assert.True(received.SequenceNumber > 0);
        Assert.InRange(received.LockedUntil - bus.Machine.GetUtcNow(), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1));
        Assert.InRange(bus.App.GetUtcNow() - received.EnqueuedTime, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Two_hundred_and_fifty_at_once_arrive_in_their_order()
    {
        await using var bus = await TestBus.StartAsync(azurite);
        var sender = bus.Client.CreateSender(TestBus.Queue);
        await sender.SendMessagesAsync(Enumerable.Range(0, 250).Select(number => new ServiceBusMessage($"{number}")));
        await sender.SendMessageAsync(new ServiceBusMessage("250"));

        var receiver = bus.Client.CreateReceiver(TestBus.Queue);
        var bodies = new List<string>();
        while (bodies.Count < 251)
        {
            bodies.AddRange((await receiver.ReceiveMessagesAsync(40)).Select(message => message.Body.ToString()));
        }

        Assert.Equal(Enumerable.Range(0, 251).Select(number => $"{number}"), bodies);
    }

    [Fact]
    public async Task A_large_body_comes_back_byte_for_byte()
    {
        await using var bus = await TestBus.StartAsync(azurite);
        var body = new byte[250_000];
        new Random(7).NextBytes(body);

        await bus.Client.CreateSender(TestBus.Queue).SendMessageAsync(new ServiceBusMessage(body));

        await using var restarted = await bus.KilledAndRestartedAsync();
        var received = await restarted.Client.CreateReceiver(TestBus.Queue).ReceiveMessageAsync();
        Assert.Equal(body, received.Body.ToArray());
    }

    [Fact]
    public async Task One_above_256_KB_is_refused()
    {
        await using var bus = await TestBus.StartAsync(azurite);

        var refused = await Assert.ThrowsAsync<ServiceBusException>(() => bus.Client.CreateSender(TestBus.Queue).SendMessageAsync(new ServiceBusMessage(new byte[256 * 1024])));

        Assert.Equal(ServiceBusFailureReason.MessageSizeExceeded, refused.Reason);
    }

    [Fact]
    public async Task To_a_queue_that_does_not_exist_it_is_refused()
    {
        await using var bus = await TestBus.StartAsync(azurite);

        var refused = await Assert.ThrowsAsync<ServiceBusException>(() => bus.Client.CreateSender("nowhere").SendMessageAsync(new ServiceBusMessage("x")));

        Assert.Equal(ServiceBusFailureReason.MessagingEntityNotFound, refused.Reason);
    }

    [Fact]
    public async Task To_a_topic_every_subscription_gets_it()
    {
        await using var bus = await TestBus.StartAsync(azurite);
        await bus.Client.CreateSender(TestBus.Topic).SendMessageAsync(new ServiceBusMessage("news"));

        Assert.Equal("news", (await bus.Client.CreateReceiver(TestBus.Topic, "audit").ReceiveMessageAsync()).Body.ToString());
        Assert.Equal("news", (await bus.Client.CreateReceiver(TestBus.Topic, "mirror").ReceiveMessageAsync()).Body.ToString());
    }

    [Fact]
    public async Task Twice_under_one_id_to_a_queue_that_detects_duplicates_it_arrives_once()
    {
        await using var bus = await TestBus.StartAsync(azurite);
        var sender = bus.Client.CreateSender(TestBus.Deduplicating);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => sender.SendMessageAsync(new ServiceBusMessage("same") { MessageId = "effect-1" })));
        await sender.SendMessageAsync(new ServiceBusMessage("other") { MessageId = "effect-2" });

        Assert.Equal(["same", "other"], await DrainAsync(bus, TestBus.Deduplicating, 2));
    }

    [Fact]
    public async Task Once_more_after_a_kill_it_is_still_known_as_a_duplicate()
    {
        await using var bus = await TestBus.StartAsync(azurite);
        await bus.Client.CreateSender(TestBus.Deduplicating).SendMessageAsync(new ServiceBusMessage("first") { MessageId = "effect-1" });
        await DrainAsync(bus, TestBus.Deduplicating, 1);

        await using var restarted = await bus.KilledAndRestartedAsync();
        var sender = restarted.Client.CreateSender(TestBus.Deduplicating);
        await sender.SendMessageAsync(new ServiceBusMessage("again") { MessageId = "effect-1" });
        await sender.SendMessageAsync(new ServiceBusMessage("next") { MessageId = "effect-2" });

        Assert.Equal(["next"], await DrainAsync(restarted, TestBus.Deduplicating, 1));
    }

    [Fact]
    public async Task Once_more_after_the_window_it_is_a_new_one()
    {
        await using var bus = await TestBus.StartAsync(azurite);
        var sender = bus.Client.CreateSender(TestBus.Deduplicating);
        await sender.SendMessageAsync(new ServiceBusMessage("first") { MessageId = "effect-1" });
        bus.Machine.MoveTo(bus.Machine.GetUtcNow().AddMinutes(11));
        await sender.SendMessageAsync(new ServiceBusMessage("second") { MessageId = "effect-1" });

        Assert.Equal(["first", "second"], await DrainAsync(bus, TestBus.Deduplicating, 2));
    }

    static async Task<List<string>> DrainAsync(TestBus bus, string queue, int count)
    {
        var receiver = bus.Client.CreateReceiver(queue);
        var bodies = new List<string>();
        while (bodies.Count < count)
        {
            var message = await receiver.ReceiveMessageAsync();
            bodies.Add(message.Body.ToString());
            await receiver.CompleteMessageAsync(message);
        }

        return bodies;
    }
}
