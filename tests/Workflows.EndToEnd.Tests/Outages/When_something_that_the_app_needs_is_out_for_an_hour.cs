using System.Globalization;
using System.Text.Json;
using Workflows.Functions;

namespace Workflows.EndToEnd.Tests.Outages;

public sealed class When_something_that_the_app_needs_is_out_for_an_hour(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    const string Practice = "referrer/01999901";

    static readonly int Referrals = Environment.GetEnvironmentVariable("WORKFLOWS_FULL") is null ? 20 : 500;

    [Fact]
    public async Task Mails_callbacks_and_text_messages_arrive_once_after_every_kind_of_trouble_of_their_receivers()
    {
        await using var partner = await Partner.StartAsync();
        await using var app = await HostedApp.StartAsync(azurite.ConnectionString, partner);
        var usual = await WithoutTroubleAsync(app, partner);

        partner.IsInTrouble = true;
        var referrals = await AcceptedAsync(app, Referrals);
        await app.AdvanceAsync(TimeSpan.FromHours(1));
        partner.IsInTrouble = false;
        await app.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal(Enum.GetValues<Trouble>(), partner.Met.Order());
        AssertOnce(referrals, usual.Mails, partner.Mails);
        AssertOnce(referrals, usual.Callbacks, partner.Callbacks.Distinct());   // one whose answer was cut comes again, under the same id
        await AssertTextMessagesAsync(app, partner, referrals, usual.TextMessages);
        await AssertPublishedAsync(app, referrals);
        await AssertNothingWaitsAsync(app, referrals);
        Assert.InRange(partner.Calls.Count, 1, (Referrals + 1) * usual.Count * 4);   // once, and at most three times more
    }

    [Fact]
    public async Task Everything_arrives_once_and_events_in_order_after_the_bus_was_down()
    {
        await using var partner = await Partner.StartAsync();
        await using var app = await HostedApp.StartAsync(azurite.ConnectionString, partner);
        var usual = await WithoutTroubleAsync(app, partner);

        await app.StopBusAsync();
        var referrals = await AcceptedAsync(app, Referrals);
        await PassAnHourAsync(app);
        Assert.DoesNotContain(partner.Mails, mail => referrals.Any(referral => mail.StartsWith(referral, StringComparison.Ordinal)));

        await app.StartBusAsync();
        await AssertAllArrivedAsync(app, partner, referrals, usual);
    }

    [Fact]
    public async Task Everything_arrives_once_and_events_in_order_after_every_kind_of_trouble_of_the_bus()
    {
        await using var partner = await Partner.StartAsync();
        await using var app = await HostedApp.StartAsync(azurite.ConnectionString, partner);
        var usual = await WithoutTroubleAsync(app, partner);

        app.Bus.IsInTrouble = true;
        var referrals = await AcceptedAsync(app, Referrals);
        await PassAnHourAsync(app);
        Assert.InRange(app.Bus.Met, Enum.GetValues<Trouble>().Length, int.MaxValue);

        app.Bus.IsInTrouble = false;
        await AssertAllArrivedAsync(app, partner, referrals, usual);
    }

    /// <summary>In steps of ten minutes, each with its sweep.</summary>
    static async Task PassAnHourAsync(HostedApp app)
    {
        for (var waited = TimeSpan.Zero; waited < TimeSpan.FromHours(1); waited += TimeSpan.FromMinutes(10))
        {
            await app.AdvanceAsync(TimeSpan.FromMinutes(10));
        }
    }

    /// <summary>What one referral that is accepted brings about, as the ends of the keys.</summary>
    sealed record Usual(string[] Mails, string[] Callbacks, string[] TextMessages)
    {
        public int Count => Mails.Length + Callbacks.Length + TextMessages.Length;
    }

    static async Task<Usual> WithoutTroubleAsync(HostedApp app, Partner partner)
    {
        var id = Assert.Single(await AcceptedAsync(app, 1));
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        var usual = new Usual(Ends(id, partner.Mails), Ends(id, partner.Callbacks), Ends(id, partner.Messages));
        Assert.True(usual.Mails.Length >= 2, $"A referral brings about {usual.Mails.Length} mails.");
        Assert.Single(usual.Callbacks);
        Assert.Single(usual.TextMessages);
        return usual;
    }

    static async Task AssertAllArrivedAsync(HostedApp app, Partner partner, string[] referrals, Usual usual)
    {
        await app.AdvanceAsync(TimeSpan.FromMinutes(5));
        await app.AdvanceAsync(TimeSpan.FromMinutes(5));

        AssertOnce(referrals, usual.Mails, partner.Mails);
        AssertOnce(referrals, usual.Callbacks, partner.Callbacks);
        AssertOnce(referrals, usual.TextMessages, partner.Messages);
        await AssertNothingWaitsAsync(app, referrals);
        await AssertPublishedAsync(app, referrals);
        Assert.Empty((await app.SendAsync("administrator/admin", HttpMethod.Get, "/api/dead-letters")).GetProperty("deadLetters").EnumerateArray());
    }

    /// <summary>Twilio cannot be asked: what it certainly did not take comes again, what it may have taken does not, and is shown until Twilio reports about it.</summary>
    static async Task AssertTextMessagesAsync(HostedApp app, Partner partner, string[] referrals, string[] expected)
    {
        foreach (var key in partner.Messages)
        {
            await app.ReportDeliveredAsync(key);
        }

        foreach (var referral in referrals)
        {
            var trouble = partner.TroubleOf(referral);
            var isTaken = trouble.IsClear || trouble.Takes;
            Assert.Equal(isTaken ? expected : [], Ends(referral, partner.Messages));
            var shown = (await app.SendAsync("coordinator/cora", HttpMethod.Get, $"/api/referrals/{referral}/deliveries")).GetProperty("messages").EnumerateArray();
            Assert.Equal(
                expected.Select(_ => isTaken ? "Delivered" : "PossiblySent"),
                shown.Where(message => message.GetProperty("channel").GetString() == "Sms").Select(message => message.GetProperty("state").GetString()));
        }
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

    /// <summary>Every event of every referral once, and those of one referral in their order.</summary>
    static async Task AssertPublishedAsync(HostedApp app, string[] referrals)
    {
        var published = (await PublishedAsync(app)).ToLookup(id => id.Split('.')[0]);
        foreach (var referral in referrals)
        {
            var events = await app.Timelines.ReadEventsAsync(referral);
            Assert.Equal(events.Select(happened => $"{referral}.{happened.Sequence}"), published[referral]);
        }
    }

    static async Task<string[]> PublishedAsync(HostedApp app)
    {
        await using var reader = app.NewClient();
        await using var receiver = reader.CreateReceiver("referral-events", "registration");
        List<string> found = [];
        for (var from = 0L; await receiver.PeekMessagesAsync(250, from) is { Count: > 0 } page; from = page[^1].SequenceNumber + 1)
        {
            found.AddRange(page.Select(message => message.MessageId));
        }

        return [.. found];
    }
}
