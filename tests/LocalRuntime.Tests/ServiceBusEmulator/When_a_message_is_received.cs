using Azure.Messaging.ServiceBus;
using LocalRuntime.LocalPages;
using LocalRuntime.Tests.Azurite;

namespace LocalRuntime.Tests.ServiceBusEmulator;

public sealed class When_a_message_is_received(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task Completed_it_never_comes_back_not_even_after_a_kill()
    {
        await using var bus = await TestBus.StartAsync(azurite);
        await SendAsync(bus, "first", "second");
        var receiver = bus.Client.CreateReceiver(TestBus.Queue);
        await receiver.CompleteMessageAsync(await receiver.ReceiveMessageAsync());

        await using var restarted = await bus.KilledAndRestartedAsync();

        Assert.Equal("second", (await restarted.Client.CreateReceiver(TestBus.Queue).ReceiveMessageAsync()).Body.ToString());
    }

    [Fact]
    public async Task Abandoned_it_comes_again_before_the_others_and_counts_up()
    {
        await using var bus = await TestBus.StartAsync(azurite);
        await SendAsync(bus, "first", "second");
        var receiver = bus.Client.CreateReceiver(TestBus.Queue);

        await receiver.AbandonMessageAsync(await receiver.ReceiveMessageAsync(), new Dictionary<string, object> { ["tried"] = true });
        var again = await receiver.ReceiveMessageAsync();

        Assert.Equal(("first", 2, true), (again.Body.ToString(), again.DeliveryCount, again.ApplicationProperties["tried"]));
    }

    [Fact]
    public async Task Abandoned_too_often_it_is_a_dead_letter_that_says_why()
    {
        await using var bus = await TestBus.StartAsync(azurite);
        await SendAsync(bus, "poison", "good");
        var receiver = bus.Client.CreateReceiver(TestBus.Queue);
        for (var delivery = 1; delivery <= 3; delivery++)
        {
            var poison = await receiver.ReceiveMessageAsync();
            Assert.Equal(("poison", delivery), (poison.Body.ToString(), poison.DeliveryCount));
            await receiver.AbandonMessageAsync(poison);
        }

        Assert.Equal("good", (await receiver.ReceiveMessageAsync()).Body.ToString());
        var dead = await DeadLetters(bus).ReceiveMessageAsync();
        Assert.Equal(("poison", "MaxDeliveryCountExceeded"), (dead.Body.ToString(), dead.DeadLetterReason));
    }

    [Fact]
    public async Task A_delivery_that_ended_in_a_kill_counts_too()
    {
        await using var bus = await TestBus.StartAsync(azurite);
        await SendAsync(bus, "poison");
        await bus.Client.CreateReceiver(TestBus.Queue).ReceiveMessageAsync();
        await SendAsync(bus, "later");   // after it, in one journal: so the count is on disk

        await using var restarted = await bus.KilledAndRestartedAsync();

        Assert.Equal(2, (await restarted.Client.CreateReceiver(TestBus.Queue).ReceiveMessageAsync()).DeliveryCount);
    }

    [Fact]
    public async Task Dead_lettered_it_keeps_the_reason_over_a_kill_and_can_be_looked_at_and_sent_again()
    {
        await using var bus = await TestBus.StartAsync(azurite);
        await SendAsync(bus, "bad");
        var receiver = bus.Client.CreateReceiver(TestBus.Queue);
        await receiver.DeadLetterMessageAsync(await receiver.ReceiveMessageAsync(), "unmapped", "no such source");

        await using var restarted = await bus.KilledAndRestartedAsync();
        var peeked = Assert.Single(await DeadLetters(restarted).PeekMessagesAsync(10));
        Assert.Equal(("bad", "unmapped", "no such source"), (peeked.Body.ToString(), peeked.DeadLetterReason, peeked.DeadLetterErrorDescription));

        var deadLetters = DeadLetters(restarted);
        var dead = await deadLetters.ReceiveMessageAsync();
        await restarted.Client.CreateSender(TestBus.Queue).SendMessageAsync(new ServiceBusMessage(dead));
        await deadLetters.CompleteMessageAsync(dead);
        Assert.Equal("bad", (await restarted.Client.CreateReceiver(TestBus.Queue).ReceiveMessageAsync()).Body.ToString());
        Assert.Empty(await DeadLetters(restarted).PeekMessagesAsync(10));
    }

    [Fact]
    public async Task Held_longer_than_its_lock_it_goes_to_another_receiver_and_the_first_is_told_so()
    {
        await using var bus = await TestBus.StartAsync(azurite);
        await SendAsync(bus, "slow");
        var slow = bus.Client.CreateReceiver(TestBus.Queue);
        var held = await slow.ReceiveMessageAsync();

        bus.Machine.MoveTo(bus.Machine.GetUtcNow().AddSeconds(61));
        await using var other = bus.NewClient();
        var again = await other.CreateReceiver(TestBus.Queue).ReceiveMessageAsync();

        Assert.Equal(("slow", 2), (again.Body.ToString(), again.DeliveryCount));
        var refused = await Assert.ThrowsAsync<ServiceBusException>(() => slow.CompleteMessageAsync(held));
        Assert.Equal(ServiceBusFailureReason.MessageLockLost, refused.Reason);
    }

    [Fact]
    public async Task Renewed_its_lock_holds_longer()
    {
        await using var bus = await TestBus.StartAsync(azurite);
        await SendAsync(bus, "slow");
        var receiver = bus.Client.CreateReceiver(TestBus.Queue);
        var held = await receiver.ReceiveMessageAsync();
        var before = held.LockedUntil;

        bus.Machine.MoveTo(bus.Machine.GetUtcNow().AddSeconds(40));
        await receiver.RenewMessageLockAsync(held);
        bus.Machine.MoveTo(bus.Machine.GetUtcNow().AddSeconds(40));
        await receiver.CompleteMessageAsync(held);

        Assert.True(held.LockedUntil > before.AddSeconds(35));
        Assert.Empty(await receiver.PeekMessagesAsync(10));
    }

    [Fact]
    public async Task Over_a_connection_that_is_lost_it_comes_again_when_its_lock_has_lapsed()
    {
        await using var bus = await TestBus.StartAsync(azurite);
        await SendAsync(bus, "held");
        await using (var lost = bus.NewClient())
        {
            await lost.CreateReceiver(TestBus.Queue).ReceiveMessageAsync();
        }

        bus.Machine.MoveTo(bus.Machine.GetUtcNow().AddSeconds(61));

        Assert.Equal(2, (await bus.Client.CreateReceiver(TestBus.Queue).ReceiveMessageAsync()).DeliveryCount);
    }

    [Fact]
    public async Task By_one_that_would_delete_it_on_receipt_it_is_refused()
    {
        await using var bus = await TestBus.StartAsync(azurite);
        await SendAsync(bus, "safe");
        var careless = bus.Client.CreateReceiver(TestBus.Queue, new ServiceBusReceiverOptions { ReceiveMode = ServiceBusReceiveMode.ReceiveAndDelete });

        await Assert.ThrowsAsync<NotSupportedException>(() => careless.ReceiveMessageAsync());

        Assert.Equal("safe", (await bus.Client.CreateReceiver(TestBus.Queue).ReceiveMessageAsync()).Body.ToString());
    }

    [Fact]
    public async Task By_many_at_once_each_message_is_handled_by_one()
    {
        await using var bus = await TestBus.StartAsync(azurite);
        await SendAsync(bus, [.. Enumerable.Range(0, 300).Select(number => $"{number}")]);
        var handled = new List<string>();
        var all = new TaskCompletionSource();
        await using var first = Processor(bus, handled, all);
        await using var second = Processor(bus, handled, all);

        await Task.WhenAll(first.StartProcessingAsync(), second.StartProcessingAsync());
        await all.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await Task.WhenAll(first.StopProcessingAsync(), second.StopProcessingAsync());

        Assert.Equal(300, handled.Distinct().Count());
        Assert.Equal(300, handled.Count);
        Assert.Empty(await bus.Client.CreateReceiver(TestBus.Queue).PeekMessagesAsync(10));
    }

    [Fact]
    public async Task By_one_that_is_slow_the_others_go_on()
    {
        await using var bus = await TestBus.StartAsync(azurite);
        await SendAsync(bus, "held", "second", "third");
        await bus.Client.CreateReceiver(TestBus.Queue).ReceiveMessageAsync();
        var other = bus.Client.CreateReceiver(TestBus.Queue);

        Assert.Equal(["second", "third"], [(await other.ReceiveMessageAsync()).Body.ToString(), (await other.ReceiveMessageAsync()).Body.ToString()]);
    }

    [Fact]
    public async Task Until_it_is_settled_the_bus_is_not()
    {
        await using var bus = await TestBus.StartAsync(azurite);
        await SendAsync(bus, "work");
        Assert.True(bus.IsSettled);   // nobody is there to take it

        var receiver = bus.Client.CreateReceiver(TestBus.Queue);
        var message = await receiver.ReceiveMessageAsync();
        Assert.False(bus.IsSettled);

        await receiver.CompleteMessageAsync(message);
        Assert.True(bus.IsSettled);
    }

    [Fact]
    public async Task The_local_page_can_tell_what_waits_what_is_held_and_what_was_put_aside_and_why()
    {
        await using var bus = await TestBus.StartAsync(azurite);
        await SendAsync(bus, "bad", "held", "waiting");
        await bus.Client.CreateSender(TestBus.Queue).SendMessageAsync(new ServiceBusMessage("later") { ScheduledEnqueueTime = bus.App.GetUtcNow().AddDays(1) });
        var receiver = bus.Client.CreateReceiver(TestBus.Queue);
        await receiver.DeadLetterMessageAsync(await receiver.ReceiveMessageAsync(), "unmapped", "no such source");
        await receiver.ReceiveMessageAsync();

        Assert.Equal(new LocalQueue(TestBus.Queue, 1, 1, 1, 1), bus.Page.Queues[0]);
        var dead = Assert.Single(bus.Page.DeadLetters(10));
        Assert.Equal((TestBus.Queue, 1, "unmapped", "no such source"), (dead.Queue, dead.Deliveries, dead.Reason, dead.Description));
    }

    static ServiceBusProcessor Processor(TestBus bus, List<string> handled, TaskCompletionSource all)
    {
        var processor = bus.Client.CreateProcessor(TestBus.Queue, new ServiceBusProcessorOptions { MaxConcurrentCalls = 8, PrefetchCount = 16, AutoCompleteMessages = true });
        processor.ProcessErrorAsync += failure => Task.FromException(failure.Exception);
        processor.ProcessMessageAsync += arrived =>
        {
            lock (handled)
            {
                handled.Add(arrived.Message.Body.ToString());
                if (handled.Count == 300)
                {
                    all.TrySetResult();
                }
            }

            return Task.CompletedTask;
        };
        return processor;
    }

    static ServiceBusReceiver DeadLetters(TestBus bus) => bus.Client.CreateReceiver(TestBus.Queue, new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });

    static Task SendAsync(TestBus bus, params string[] bodies) =>
        bus.Client.CreateSender(TestBus.Queue).SendMessagesAsync(bodies.Select(body => new ServiceBusMessage(body)));
}
