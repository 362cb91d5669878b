using Azure.Messaging.ServiceBus;
using Workflows.Functions.Audit;
using Workflows.Functions.Bus;
using Workflows.Functions.DeadLetters;

namespace Workflows.Functions.Tests.DeadLetters;

public sealed class When_messages_were_put_aside(EdgeApp app) : IClassFixture<EdgeApp>, IAsyncLifetime
{
    const string Administrator = "administrator/admin";

    readonly ServiceBusClient client = app.Client;

    public Task InitializeAsync() => PutAsideAsync("one", "two", "three");

    public async Task DisposeAsync()
    {
        foreach (var left in await ListedAsync())
        {
            await app.CallAsync(Administrator, "POST", $"/api/dead-letters/{left.Queue}/{left.Number}/drop");
        }
    }

    [Fact]
    public async Task They_are_listed_with_the_reason_and_without_their_content()
    {
        var (status, body) = await app.CallAsync(Administrator, "GET", "/api/dead-letters");

        Assert.Equal(200, status);
        Assert.Equal(3, body.GetProperty("deadLetters").GetArrayLength());
        var first = body.GetProperty("deadLetters")[0];
        Assert.Equal("referral-intake", first.GetProperty("queue").GetString());
        Assert.Equal("invalid-content", first.GetProperty("reason").GetString());
        Assert.Equal("required", first.GetProperty("description").GetString());
        Assert.DoesNotContain("Ria", body.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_of_them_goes_to_its_queue_again_and_the_others_stay()
    {
        var second = (await ListedAsync())[1];

        var (status, _) = await app.CallAsync(Administrator, "POST", $"/api/dead-letters/{second.Queue}/{second.Number}/resubmit");

        Assert.Equal(204, status);
        Assert.DoesNotContain(second, await ListedAsync());
        Assert.Contains(await app.AuditedAsync(), entry => entry is { Event: AuditEvents.DeadLetterResubmitted, User: "admin" });
        Assert.Equal(2, (await ListedAsync()).Count);
        await using var receiver = client.CreateReceiver(Entities.Intake);
        var again = await receiver.ReceiveMessageAsync();
        Assert.Equal("Ria two", again.Body.ToString());
        Assert.Equal("local-form", again.ApplicationProperties["source"]);
        Assert.DoesNotContain("DeadLetterReason", again.ApplicationProperties.Keys);
        Assert.True(Outbox.MayBePostponed(again));
        await receiver.CompleteMessageAsync(again);
    }

    [Fact]
    public async Task One_that_was_taken_is_done_with_even_when_the_bus_does_not_take_the_others_back()
    {
        var bus = new BusInHand { Waiting = [Letter(1), Letter(2)] };

        Assert.True(await new DeadLetterBox(bus, new(bus, TimeProvider.System)).ResubmitAsync(Entities.Intake, 2, CancellationToken.None));

        Assert.Equal("2.again", Assert.Single(bus.Sent).MessageId);

        static ServiceBusReceivedMessage Letter(long number) => ServiceBusModelFactory.ServiceBusReceivedMessage(sequenceNumber: number);
    }

    [Fact]
    public async Task One_that_is_dropped_is_gone()
    {
        var first = (await ListedAsync())[0];

        Assert.Equal(204, (await app.CallAsync(Administrator, "POST", $"/api/dead-letters/{first.Queue}/{first.Number}/drop")).Status);

        Assert.DoesNotContain(first, await ListedAsync());
        Assert.Contains(await app.AuditedAsync(), entry => entry is { Event: AuditEvents.DeadLetterDropped, User: "admin" });
        Assert.Equal(404, (await app.CallAsync(Administrator, "POST", $"/api/dead-letters/{first.Queue}/{first.Number}/drop")).Status);
    }

    [Theory]
    [InlineData("/api/dead-letters/referral-intake/987654321/resubmit")]
    [InlineData("/api/dead-letters/referral-intake/first/resubmit")]
    [InlineData("/api/dead-letters/somewhere/1/drop")]
    public async Task What_is_not_there_is_not_found(string path) => Assert.Equal(404, (await app.CallAsync(Administrator, "POST", path)).Status);

    [Fact]
    public async Task Nobody_but_an_administrator_sees_them()
    {
        Assert.Equal(403, (await app.CallAsync("coordinator/cora", "GET", "/api/dead-letters")).Status);
        Assert.Equal(401, (await app.CallAsync(null, "GET", "/api/dead-letters")).Status);
    }

    async Task PutAsideAsync(params string[] names)
    {
        await using var sender = client.CreateSender(Entities.Intake);
        await using var receiver = client.CreateReceiver(Entities.Intake);
        foreach (var name in names)
        {
            await sender.SendMessageAsync(new ServiceBusMessage($"Ria {name}") { ApplicationProperties = { ["source"] = "local-form", ["tries"] = 20 } });
            await receiver.DeadLetterMessageAsync(await receiver.ReceiveMessageAsync(), "invalid-content", "required");
        }
    }

    async Task<List<(string Queue, long Number)>> ListedAsync() =>
        [.. (await app.CallAsync(Administrator, "GET", "/api/dead-letters")).Body.GetProperty("deadLetters").EnumerateArray()
            .Select(letter => (letter.GetProperty("queue").GetString()!, letter.GetProperty("sequenceNumber").GetInt64()))];
}
