using Azure.Messaging.ServiceBus;
using LocalRuntime.Tests.Azurite;

namespace LocalRuntime.Tests.ServiceBusEmulator;

public sealed class When_messages_are_looked_at(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task As_many_come_at_once_as_fit_into_one_answer_and_the_next_look_goes_on_behind_them()
    {
        await using var bus = await TestBus.StartAsync(azurite);
        var sender = bus.Client.CreateSender(TestBus.Queue);
        var bodies = Enumerable.Range(0, 300).Select(number => $"{number} {new string('x', 2_000)}").ToList();
        foreach (var page in bodies.Chunk(100))
        {
            await sender.SendMessagesAsync(page.Select(body => new ServiceBusMessage(body)));
        }

        var receiver = bus.Client.CreateReceiver(TestBus.Queue);
        List<string> found = [];
        List<int> pages = [];
        for (var from = 0L; await receiver.PeekMessagesAsync(250, from) is { Count: > 0 } page; from = page[^1].SequenceNumber + 1)
        {
            found.AddRange(page.Select(message => message.Body.ToString()));
            pages.Add(page.Count);
        }

        Assert.Equal(bodies, found);
        Assert.InRange(pages[0], 50, 249);
    }

    [Fact]
    public async Task One_that_fills_the_answer_by_itself_is_seen_too()
    {
        await using var bus = await TestBus.StartAsync(azurite);
        var sender = bus.Client.CreateSender(TestBus.Queue);
        await sender.SendMessageAsync(new ServiceBusMessage(new string('s', 1_000)));
        await sender.SendMessageAsync(new ServiceBusMessage(new byte[261_500]));

        var receiver = bus.Client.CreateReceiver(TestBus.Queue);
        var first = Assert.Single(await receiver.PeekMessagesAsync(10));
        var second = Assert.Single(await receiver.PeekMessagesAsync(10));

        Assert.Equal(1_000, first.Body.ToMemory().Length);
        Assert.Equal(261_500, second.Body.ToMemory().Length);
    }

    [Fact]
    public async Task One_that_is_given_back_is_there_all_the_while()
    {
        await using var bus = await TestBus.StartAsync(azurite);
        var sender = bus.Client.CreateSender(TestBus.Queue);
        var (taker, looker) = (bus.Client.CreateReceiver(TestBus.Queue), bus.Client.CreateReceiver(TestBus.Queue));
        for (var time = 0; time < 20; time++)
        {
            await sender.SendMessageAsync(new ServiceBusMessage("here"));
            var given = taker.AbandonMessageAsync(await taker.ReceiveMessageAsync(), new Dictionary<string, object> { ["tried"] = time });
            do
            {
                Assert.Single(await looker.PeekMessagesAsync(2, fromSequenceNumber: 0));
            }
            while (!given.IsCompleted);

            await given;
            await taker.CompleteMessageAsync(await taker.ReceiveMessageAsync());
        }
    }
}
