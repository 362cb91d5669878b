using System.Globalization;
using System.Text.Json;
using Workflows.Functions;

namespace Workflows.EndToEnd.Tests.Outages;

public sealed class When_something_that_the_app_needs_is_out_for_an_hour(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    const string Practice = "referrer/01999901";

    static readonly int Referrals = Environment.GetEnvironmentVariable("WORKFLOWS_FULL") is null ? 20 : 500;

    [Fact]
    public async Task Mails_and_callbacks_arrive_once_after_every_kind_of_trouble()
    {
        await using var partner = await Partner.StartAsync();
        await using var app = await HostedApp.StartAsync(azurite.ConnectionString, partner);
        var (mails, callbacks) = await WithoutTroubleAsync(app, partner);

        partner.IsInTrouble = true;
        var referrals = await AcceptedAsync(app, Referrals);
        await app.AdvanceAsync(TimeSpan.FromHours(1));
        partner.IsInTrouble = false;
        await app.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal(Enum.GetValues<Trouble>(), partner.Met.Order());
        AssertOnce(referrals, mails, partner.Mails);
        AssertOnce(referrals, callbacks, partner.Callbacks.Distinct());   // one whose answer was cut comes again, under the same id
        await AssertNothingWaitsAsync(app, referrals);
        Assert.InRange(partner.Calls.Count, 1, (Referrals + 1) * (mails.Length + callbacks.Length) * 4);   // once, and at most three times more
    }

    [Fact]
    public async Task Mails_and_events_arrive_once_and_in_order_after_the_bus_was_down()
    {
        await using var partner = await Partner.StartAsync();
        await using var app = await HostedApp.StartAsync(azurite.ConnectionString, partner);
        var (mails, callbacks) = await WithoutTroubleAsync(app, partner);

        await app.StopBusAsync();
        var referrals = await AcceptedAsync(app, Referrals);
        for (var waited = TimeSpan.Zero; waited < TimeSpan.FromHours(1); waited += TimeSpan.FromMinutes(10))
        {
            await app.AdvanceAsync(TimeSpan.FromMinutes(10));
        }

        Assert.DoesNotContain(partner.Mails, mail => referrals.Any(referral => mail.StartsWith(referral, StringComparison.Ordinal)));
        await app.StartBusAsync();
        await app.AdvanceAsync(TimeSpan.FromMinutes(5));
        await app.AdvanceAsync(TimeSpan.FromMinutes(5));

        AssertOnce(referrals, mails, partner.Mails);
        AssertOnce(referrals, callbacks, partner.Callbacks);
        await AssertNothingWaitsAsync(app, referrals);
        var published = await PublishedAsync(app);
        foreach (var referral in referrals)
        {
            var events = await app.Timelines.ReadEventsAsync(referral);
            Assert.Equal(events.Select(happened => $"{referral}.{happened.Sequence}"), published.Where(id => id.StartsWith(referral, StringComparison.Ordinal)));
        }
    }

    /// <summary>What one referral that is accepted brings about, as the ends of the keys.</summary>
    static async Task<(string[] Mails, string[] Callbacks)> WithoutTroubleAsync(HostedApp app, Partner partner)
    {
        var id = Assert.Single(await AcceptedAsync(app, 1));
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        var (mails, callbacks) = (Ends(id, partner.Mails), Ends(id, partner.Callbacks));
        Assert.True(mails.Length >= 2, $"A referral brings about {mails.Length} mails.");
        Assert.Single(callbacks);
        return (mails, callbacks);
    }

    /// <summary>Submits referrals and has each accepted by whom it was offered to.</summary>
    static async Task<string[]> AcceptedAsync(HostedApp app, int many)
    {
        var referrals = await Task.WhenAll(Enumerable.Range(0, many).Select(_ => SubmitAsync(app)));
        await app.AdvanceAsync(TimeSpan.FromSeconds(1));
        await Task.WhenAll(referrals.Select(async id =>
        {
            var worker = (await app.SendAsync("coordinator/cora", HttpMethod.Get, $"/api/referrals/{id}")).GetProperty("worker").GetString();
            await app.SendAsync($"worker/{worker}", HttpMethod.Post, $"/api/referrals/{id}/commands/accept", new { });
        }));
        await app.AdvanceAsync(TimeSpan.FromSeconds(1));
        return referrals;
    }

    static async Task<string> SubmitAsync(HostedApp app)
    {
        // Another person each time: the same one twice would be a duplicate.
        var submission = JsonSerializer.SerializeToNode(SampleReferral.Of())!;
        submission["client"]!["familyName"] = string.Concat(Guid.NewGuid().ToString("N").Select(digit => (char)('a' + int.Parse($"{digit}", NumberStyles.HexNumber, CultureInfo.InvariantCulture))));
        return (await app.SendAsync(Practice, HttpMethod.Post, "/api/referrals", submission)).GetProperty("id").GetString()!;
    }

    static void AssertOnce(string[] referrals, string[] expected, IEnumerable<string> arrived)
    {
        foreach (var referral in referrals)
        {
            Assert.Equal(expected, Ends(referral, arrived));
        }
    }

    static string[] Ends(string referral, IEnumerable<string> keys) => [.. keys.Where(key => key.StartsWith(referral, StringComparison.Ordinal)).Select(key => key[referral.Length..]).Order()];

    static async Task AssertNothingWaitsAsync(HostedApp app, string[] referrals)
    {
        foreach (var referral in referrals)
        {
            Assert.Empty(await app.Timelines.PendingEffectsAsync(referral));
        }
    }

    static async Task<string[]> PublishedAsync(HostedApp app)
    {
        await using var receiver = app.Bus.CreateReceiver("referral-events", "registration");
        List<string> found = [];
        for (var from = 0L; await receiver.PeekMessagesAsync(250, from) is { Count: > 0 } page; from = page[^1].SequenceNumber + 1)
        {
            found.AddRange(page.Select(message => message.MessageId));
        }

        return [.. found];
    }
}
