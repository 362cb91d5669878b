using Azure.Messaging.ServiceBus;
using LocalRuntime.LocalPages;
using LocalRuntime.Tests.Azurite;
using LocalRuntime.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LocalRuntime.Tests.Worker;

public sealed class A_message_function(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    readonly Diary diary = new();
    readonly string hub = AzuriteFixture.NewPrefix();

    [Fact]
    public async Task Is_called_for_each_message_of_its_queue()
    {
        await using var host = await StartAsync();

        await SendAsync(host, "letters", "first");
        await SendAsync(host, "letters", "second");
        await SettleAsync(host);

        Assert.Equal(["first 1", "second 1"], diary.Entries.Order());
        Assert.Equal(new LocalQueue("letters", 0, 0, 0, 0), Queue(host, "letters"));
    }

    [Fact]
    public async Task Is_called_for_each_message_of_its_subscription()
    {
        await using var host = await StartAsync();

        await SendAsync(host, "news", "rain");
        await SettleAsync(host);

        Assert.Equal(["rain 1"], diary.Entries);
        Assert.Equal(0, Queue(host, "news/subscriptions/readers").Waiting);
    }

    [Fact]
    public async Task Gets_a_message_at_which_it_failed_again_until_that_is_put_aside()
    {
        await using var host = await StartAsync();

        await SendAsync(host, "letters", "unreadable");
        await SettleAsync(host);

        Assert.Equal(["unreadable 1", "unreadable 2", "unreadable 3"], diary.Entries);
        Assert.Equal("MaxDeliveryCountExceeded", Assert.Single(Page(host).DeadLetters(10)).Reason);
    }

    [Fact]
    public async Task Settles_its_messages_itself_when_it_says_so()
    {
        await using var host = await StartAsync();

        await SendAsync(host, "parcels", "welcome");
        await SendAsync(host, "parcels", "unwanted");
        await SettleAsync(host);

        var refused = Assert.Single(Page(host).DeadLetters(10));
        Assert.Equal(("parcels", "refused", "not-ordered"), (refused.Queue, refused.Reason, refused.Description));
        Assert.Equal(0, Queue(host, "parcels").Waiting);
    }

    [Fact]
    public async Task Is_called_when_the_clock_reaches_the_moment_for_which_a_message_was_scheduled()
    {
        await using var host = await StartAsync();
        var clock = host.Services.GetRequiredService<ILocalClockControl>();
        await using var client = Client(host);
        await client.CreateSender("letters").ScheduleMessageAsync(new ServiceBusMessage("tomorrow"), clock.Now.AddDays(1));

        await clock.AdvanceAsync(TimeSpan.FromHours(23), CancellationToken.None);
        Assert.Empty(diary.Entries);

        await clock.AdvanceAsync(TimeSpan.FromHours(2), CancellationToken.None);
        Assert.Equal(["tomorrow 1"], diary.Entries);
    }

    [Fact]
    public async Task Gets_after_a_restart_what_was_sent_before()
    {
        await using (var host = await StartAsync())
        {
            await using var client = Client(host);
            await client.CreateSender("letters").ScheduleMessageAsync(new ServiceBusMessage("kept"), host.Services.GetRequiredService<ILocalClockControl>().Now.AddDays(1));
        }

        await using var again = await StartAsync();
        await again.Services.GetRequiredService<ILocalClockControl>().AdvanceAsync(TimeSpan.FromDays(2), CancellationToken.None);

        Assert.Equal(["kept 1"], diary.Entries);
    }

    [Fact]
    public void Finds_its_queues_and_topics_in_the_file_beside_host_json()
    {
        var description = BusFile.Read();

        Assert.Equal([("letters", 3), ("parcels", 10)], description.Queues.Select(queue => (queue.Name, queue.MaxDeliveryCount)));
        var topic = Assert.Single(description.Topics);
        Assert.Equal(("news", TimeSpan.FromMinutes(10)), (topic.Name, topic.DuplicateWindow));
        Assert.Equal(TimeSpan.FromSeconds(30), Assert.Single(topic.Subscriptions).LockDuration);
    }

    Task<AHost> StartAsync() => AHost.Of<MessageFunctions>(
        builder =>
        {
            builder.Configuration["AzureWebJobsStorage"] = azurite.ConnectionString;
            builder.Configuration["AzureFunctionsJobHost:extensions:durableTask:hubName"] = hub;
            builder.Configuration["ServiceBusConnection"] = DevelopmentBus.Sample;
            builder.Services.AddSingleton(diary);
        });

    static ServiceBusClient Client(AHost host) => new(host.Services.GetRequiredService<IConfiguration>()["ServiceBusConnection"]);

    static async Task SendAsync(AHost host, string queue, string text)
    {
        await using var client = Client(host);
        await client.CreateSender(queue).SendMessageAsync(new ServiceBusMessage(text));
    }

    /// <summary>Moving the clock waits until no message is on its way.</summary>
    static Task SettleAsync(AHost host) => host.Services.GetRequiredService<ILocalClockControl>().AdvanceAsync(TimeSpan.FromSeconds(1), CancellationToken.None);

    static ILocalQueues Page(AHost host) => host.Services.GetRequiredService<ILocalQueues>();

    static LocalQueue Queue(AHost host, string name) => Page(host).Queues.Single(queue => queue.Name == name);
}
