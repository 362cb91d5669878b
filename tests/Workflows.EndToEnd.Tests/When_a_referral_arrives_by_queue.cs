using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Messaging.ServiceBus;

namespace Workflows.EndToEnd.Tests;

public sealed class When_a_referral_arrives_by_queue(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    const string Administrator = "administrator/admin";

    [Fact]
    public async Task It_is_taken_in_as_over_HTTP_and_what_happens_to_it_is_published_in_order()
    {
        await using var app = await RunningApp.StartAsync(azurite.ConnectionString);
        await using var bus = new ServiceBusClient(app.Bus);

        var claim = await ClaimAsync(app, SampleReferral.Of());
        await SendAsync(bus, new { claim }, "local-form", "form-1");
        await SendAsync(bus, new { claim }, "local-form", "form-1");   // delivered twice
        await SendAsync(bus, new { claim = await ClaimAsync(app, SampleReferral.Of()) }, "local-form", "form-1");   // and handed in twice
        await app.AdvanceAsync("PT1S");

        var id = Assert.Single(await ListedAsync(app)).GetProperty("id").GetString()!;
        Assert.Equal("Offered", await new ReferralStory(app, id).StatusAsync());
        var timeline = await new ReferralStory(app, id).TimelineAsync();
        var published = await PublishedAsync(bus, timeline.Length);
        Assert.Equal(timeline.Select(happened => $"{id}.{happened.GetProperty("sequence").GetInt32()}"), published.Select(said => said.GetProperty("id").GetString()));
        Assert.Equal(
            timeline.Select(happened => $"nl.welzijn.referral.{happened.GetProperty("change").GetProperty("type").GetString()}.v1"),
            published.Select(said => said.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task What_cannot_be_taken_in_is_put_aside_in_codes_and_is_tried_again_when_an_administrator_says_so()
    {
        await using var app = await RunningApp.StartAsync(azurite.ConnectionString);
        await using var bus = new ServiceBusClient(app.Bus);

        await SendAsync(bus, new { claim = Guid.NewGuid().ToString("N") }, "local-form", "unknown");
        await SendAsync(bus, new { claim = await ClaimAsync(app, SampleReferral.Of()) }, "nobody", "another's");
        await app.AdvanceAsync("PT1S");

        var aside = await AsideAsync(app);
        Assert.Equal(["unknown-claim", "unknown-source"], aside.Select(letter => letter.GetProperty("reason").GetString()));
        Assert.Empty(await ListedAsync(app));

        using var again = await app.PostAsync(Administrator, $"/api/dead-letters/referral-intake/{aside[0].GetProperty("sequenceNumber").GetInt64()}/resubmit", new { });
        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
        await app.AdvanceAsync("PT1S");
        Assert.Equal(2, (await AsideAsync(app)).Length);   // still unknown: aside once more, under a new number
    }

    [Fact]
    public async Task A_message_with_a_person_in_it_is_emptied_and_put_aside()
    {
        await using var app = await RunningApp.StartAsync(azurite.ConnectionString);
        await using var bus = new ServiceBusClient(app.Bus);

        await SendAsync(bus, SampleReferral.Of(), "local-form", "Ria Jansen");
        await SendAsync(bus, new { claim = Guid.NewGuid().ToString("N"), name = "Ria Jansen" }, "local-form", "form-2");
        await SendAsync(bus, "Ria Jansen", "local-form", "form-3");
        await app.AdvanceAsync("PT1S");

        Assert.Equal(["no-claim", "no-claim", "no-claim"], (await AsideAsync(app)).Select(letter => letter.GetProperty("reason").GetString()));
        Assert.Empty(await ListedAsync(app));
        await using var aside = bus.CreateReceiver("referral-intake", new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });
        Assert.All(await aside.PeekMessagesAsync(10), letter =>
        {
            Assert.Empty(letter.Body.ToArray());
            Assert.DoesNotContain(letter.ApplicationProperties.Values, value => value is string text && text.Contains("Jansen", StringComparison.Ordinal));
        });
        await using var waiting = bus.CreateReceiver("referral-intake");
        Assert.Empty(await waiting.PeekMessagesAsync(10));
        Assert.DoesNotContain("Ria Jansen", app.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_a_submission_is_told_to_who_hands_it_in()
    {
        await using var app = await RunningApp.StartAsync(azurite.ConnectionString);

        using var answer = await HandInAsync(app, SampleReferral.Of("123", organisation: "welzijn-nergens"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("unknown-organisation", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    static async Task<string> ClaimAsync(RunningApp app, object submission)
    {
        using var answer = await HandInAsync(app, submission);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("claim").GetString()!;
    }

    static async Task<HttpResponseMessage> HandInAsync(RunningApp app, object submission)
    {
        using var client = new HttpClient { BaseAddress = app.Address, DefaultRequestHeaders = { { "Authorization", "Bearer local-form-key" } } };
        return await client.PostAsJsonAsync("/api/claims", submission);
    }

    static async Task SendAsync(ServiceBusClient bus, object body, string source, string key)
    {
        await using var sender = bus.CreateSender("referral-intake");
        await sender.SendMessageAsync(new ServiceBusMessage(JsonSerializer.SerializeToUtf8Bytes(body, JsonSerializerOptions.Web))
        {
            ApplicationProperties = { ["source"] = source, ["idempotency-key"] = key },
        });
    }

    static async Task<JsonElement[]> PublishedAsync(ServiceBusClient bus, int many)
    {
        await using var receiver = bus.CreateReceiver("referral-events", "registration");
        return [.. (await receiver.PeekMessagesAsync(many + 1)).Select(message => JsonDocument.Parse(message.Body).RootElement)];
    }

    static async Task<JsonElement[]> AsideAsync(RunningApp app) => [.. (await app.GetAsync(Administrator, "/api/dead-letters")).GetProperty("deadLetters").EnumerateArray()];

    static async Task<JsonElement[]> ListedAsync(RunningApp app) =>
        [.. (await app.GetAsync("referrer/01999901", "/api/referrals?top=100")).GetProperty("referrals").EnumerateArray()];
}
