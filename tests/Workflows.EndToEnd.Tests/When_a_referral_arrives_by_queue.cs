using System.Net;
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

        await SendAsync(bus, SampleReferral.Of(), "local-form", "form-1");
        await SendAsync(bus, SampleReferral.Of(), "local-form", "form-1");   // delivered twice
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
    public async Task What_is_wrong_with_one_is_put_aside_in_codes_and_is_tried_again_when_an_administrator_says_so()
    {
        await using var app = await RunningApp.StartAsync(azurite.ConnectionString);
        await using var bus = new ServiceBusClient(app.Bus);

        await SendAsync(bus, SampleReferral.Of("123", organisation: "welzijn-nergens"), "local-form", "wrong");
        await SendAsync(bus, SampleReferral.Of(), "nobody", "unknown");
        await SendAsync(bus, "Ria Jansen", "local-form", "no-referral");
        await app.AdvanceAsync("PT1S");

        var aside = await AsideAsync(app);
        Assert.Equal(["invalid-content", "unknown-source", "invalid-content"], aside.Select(letter => letter.GetProperty("reason").GetString()));
        Assert.Contains("unknown-organisation", aside[0].GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.All(aside, letter => Assert.DoesNotContain("Jansen", letter.GetRawText(), StringComparison.Ordinal));
        Assert.Empty(await ListedAsync(app));

        using var again = await app.PostAsync(Administrator, $"/api/dead-letters/referral-intake/{aside[0].GetProperty("sequenceNumber").GetInt64()}/resubmit", new { });
        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
        await app.AdvanceAsync("PT1S");
        Assert.Equal(3, (await AsideAsync(app)).Length);   // still wrong: aside once more, under a new number
        Assert.DoesNotContain("Ria Jansen", app.Log, StringComparison.Ordinal);
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
