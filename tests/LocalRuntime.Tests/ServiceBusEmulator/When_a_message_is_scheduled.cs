using Azure.Messaging.ServiceBus;
using LocalRuntime.Tests.Azurite;

namespace LocalRuntime.Tests.ServiceBusEmulator;

public sealed class When_a_message_is_scheduled(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task It_waits_for_the_apps_clock_also_over_a_kill()
    {
        await using var bus = await TestBus.StartAsync(azurite);
        var at = bus.App.GetUtcNow().AddDays(90);
        await bus.Client.CreateSender(TestBus.Queue).SendMessageAsync(new ServiceBusMessage("later") { ScheduledEnqueueTime = at });
        await bus.Client.CreateSender(TestBus.Queue).SendMessageAsync(new ServiceBusMessage("now"));

        await using var restarted = await bus.KilledAndRestartedAsync();
        var receiver = restarted.Client.CreateReceiver(TestBus.Queue);
        await receiver.CompleteMessageAsync(await ReceivedAsync(receiver, "now"));
        Assert.Equal(at.ToUnixTimeMilliseconds(), restarted.NextDue!.Value.ToUnixTimeMilliseconds());
        Assert.Equal(ServiceBusMessageState.Scheduled, (await receiver.PeekMessageAsync()).State);

        restarted.App.MoveTo(at);

        await ReceivedAsync(receiver, "later");
        Assert.Null(restarted.NextDue);
    }

    [Fact]
    public async Task By_request_it_can_be_taken_back()
    {
        await using var bus = await TestBus.StartAsync(azurite);
        var sender = bus.Client.CreateSender(TestBus.Topic);
        var sequence = await sender.ScheduleMessageAsync(new ServiceBusMessage("cancelled"), bus.App.GetUtcNow().AddHours(1));
        await sender.ScheduleMessageAsync(new ServiceBusMessage("kept"), bus.App.GetUtcNow().AddHours(2));

        await sender.CancelScheduledMessageAsync(sequence);
        bus.App.MoveTo(bus.App.GetUtcNow().AddHours(3));

        await ReceivedAsync(bus.Client.CreateReceiver(TestBus.Topic, "audit"), "kept");
        await ReceivedAsync(bus.Client.CreateReceiver(TestBus.Topic, "mirror"), "kept");
    }

    static async Task<ServiceBusReceivedMessage> ReceivedAsync(ServiceBusReceiver receiver, string body)
    {
        var message = await receiver.ReceiveMessageAsync();
        Assert.Equal(body, message.Body.ToString());
        return message;
    }
}
