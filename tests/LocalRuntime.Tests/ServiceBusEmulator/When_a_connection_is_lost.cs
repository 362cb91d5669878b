using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;
using LocalRuntime.Tests.Azurite;

namespace LocalRuntime.Tests.ServiceBusEmulator;

public sealed class When_a_connection_is_lost(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task What_was_received_over_it_can_be_settled_over_the_next()
    {
        await using var bus = await TestBus.StartAsync(azurite);
        using var cable = new Cable(bus.Port);
        await using var client = bus.NewClient(cable.Port);
        var receiver = client.CreateReceiver(TestBus.Queue);
        await bus.Client.CreateSender(TestBus.Queue).SendMessagesAsync([new ServiceBusMessage("done"), new ServiceBusMessage("bad"), new ServiceBusMessage("again")]);
        ServiceBusReceivedMessage[] held = [await receiver.ReceiveMessageAsync(), await receiver.ReceiveMessageAsync(), await receiver.ReceiveMessageAsync()];

        cable.Cut();
        cable.Mend();
        await bus.Client.CreateSender(TestBus.Queue).SendMessageAsync(new ServiceBusMessage("next"));
        await receiver.CompleteMessageAsync(await receiver.ReceiveMessageAsync());   // by now it has connected again
        await receiver.CompleteMessageAsync(held[0]);
        await receiver.DeadLetterMessageAsync(held[1], "unmapped", "no such source");
        await receiver.AbandonMessageAsync(held[2]);

        Assert.Equal(("again", 2), await receiver.ReceiveMessageAsync() is var again ? (again.Body.ToString(), again.DeliveryCount) : default);
        var dead = await bus.Client.CreateReceiver(TestBus.Queue, new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter }).ReceiveMessageAsync();
        Assert.Equal(("bad", "unmapped", "no such source"), (dead.Body.ToString(), dead.DeadLetterReason, dead.DeadLetterErrorDescription));
        Assert.Single(await receiver.PeekMessagesAsync(10, 1));
    }

    [Fact]
    public async Task A_message_whose_receipt_was_lost_is_sent_again_and_known_as_a_duplicate()
    {
        await using var bus = await TestBus.StartAsync(azurite);
        using var cable = new Cable(bus.Port);
        await using var client = bus.NewClient(cable.Port);
        var sender = client.CreateSender(TestBus.Deduplicating);
        await sender.SendMessageAsync(new ServiceBusMessage("before") { MessageId = "1" });

        cable.SwallowAnswers();
        var sending = sender.SendMessageAsync(new ServiceBusMessage("doubtful") { MessageId = "2" });
        var receiver = bus.Client.CreateReceiver(TestBus.Deduplicating);
        Assert.Equal(["before", "doubtful"], [(await receiver.ReceiveMessageAsync()).Body.ToString(), (await receiver.ReceiveMessageAsync()).Body.ToString()]);
        Assert.False(sending.IsCompleted);
        cable.Cut();
        cable.Mend();
        await sending;

        Assert.Equal(2, (await receiver.PeekMessagesAsync(10, 1)).Count);
    }

    [Fact]
    public async Task A_processor_connects_again_and_loses_nothing()
    {
        await using var bus = await TestBus.StartAsync(azurite);
        using var cable = new Cable(bus.Port);
        await using var client = bus.NewClient(cable.Port);
        await bus.Client.CreateSender(TestBus.Queue).SendMessagesAsync(Enumerable.Range(0, 60).Select(number => new ServiceBusMessage($"{number}")));
        var handled = new ConcurrentDictionary<string, bool>();
        TaskCompletionSource some = new(), all = new();
        await using var processor = client.CreateProcessor(TestBus.Queue, new ServiceBusProcessorOptions { MaxConcurrentCalls = 4, PrefetchCount = 10 });
        processor.ProcessErrorAsync += _ => Task.CompletedTask;   // it is told of the cut, and goes on
        processor.ProcessMessageAsync += arrived =>
        {
            handled[arrived.Message.Body.ToString()] = true;
            (handled.Count >= 60 ? all : handled.Count >= 20 ? some : null)?.TrySetResult();
            return Task.CompletedTask;
        };

        await processor.StartProcessingAsync();
        await some.Task.WaitAsync(TimeSpan.FromMinutes(1));
        cable.Cut();
        bus.Machine.MoveTo(bus.Machine.GetUtcNow().AddSeconds(61));   // what was under way comes again when its lock lapses
        cable.Mend();
        await all.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await processor.StopProcessingAsync();

        Assert.Equal(60, handled.Count);
    }

    [Fact]
    public async Task To_storage_a_message_is_not_accepted_until_it_is_kept()
    {
        using var cable = new Cable(TestBus.StoragePort(azurite));
        await using var bus = await TestBus.StartAsync(azurite, cable.Port);
        var sender = bus.Client.CreateSender(TestBus.Queue);
        await sender.SendMessageAsync(new ServiceBusMessage("before"));

        cable.Cut();
        var sending = sender.SendMessageAsync(new ServiceBusMessage("during"));
        await cable.Refused;
        Assert.False(sending.IsCompleted);
        cable.Mend();
        await sending;

        var receiver = bus.Client.CreateReceiver(TestBus.Queue);
        Assert.Equal(["before", "during"], (await receiver.PeekMessagesAsync(10)).Select(message => message.Body.ToString()));
    }

    [Fact]
    public async Task To_storage_an_answer_that_did_not_arrive_doubles_nothing_and_brings_nothing_back()
    {
        using var cable = new Cable(TestBus.StoragePort(azurite));
        await using var bus = await TestBus.StartAsync(azurite, cable.Port);
        var receiver = bus.Client.CreateReceiver(TestBus.Queue);

        await WithoutAnswerAsync(() => bus.Client.CreateSender(TestBus.Queue).SendMessageAsync(new ServiceBusMessage("once")));
        var message = await receiver.ReceiveMessageAsync();
        await bus.Client.CreateSender(TestBus.Topic).SendMessageAsync(new ServiceBusMessage("after it in the journal"));
        await WithoutAnswerAsync(() => receiver.CompleteMessageAsync(message));

        Assert.Empty(await receiver.PeekMessagesAsync(10));
        await using var restarted = await bus.KilledAndRestartedAsync();
        Assert.Empty(await restarted.Client.CreateReceiver(TestBus.Queue).PeekMessagesAsync(10));

        async Task WithoutAnswerAsync(Func<Task> call)
        {
            cable.SwallowAnswers();
            var called = call();
            await cable.Swallowed;
            cable.Cut();
            cable.Mend();
            await called;
        }
    }
}
