using System.Net.Http.Json;
using Azure.Data.Tables;

namespace Workflows.EndToEnd.Tests;

public sealed class When_consent_is_withdrawn(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task Feedback_that_is_on_its_way_stops_and_nothing_stays_behind_to_be_sent()
    {
        await using var app = await RunningApp.StartAsync(azurite.ConnectionString);
        await TheSystemOfThePracticeIsDownAsync(app);
        var referral = await ReferralStory.SubmittedAsync(app);
        var worker = $"worker/{await referral.WorkerAsync()}";
        await referral.DoesAsync(worker, "accept");

        Assert.Equal("Cancelled", await referral.DoesAsync("coordinator/cora", "withdraw-consent"));
        var mails = (await app.MailboxAsync()).Length;
        await app.AdvanceAsync("P5D");

        Assert.Empty(await app.GpInboxAsync());
        Assert.Equal(mails, (await app.MailboxAsync()).Length);
        Assert.Equal("consentWithdrawn", (await referral.SummaryAsync()).GetProperty("statusReason").GetString());
        var left = new TableClient(azurite.ConnectionString, $"{app.Prefix}Timeline").Query<TableEntity>(row => row.PartitionKey == referral.Id);
        Assert.DoesNotContain(left, row => row.RowKey.StartsWith("effect!", StringComparison.Ordinal));
    }

    static async Task TheSystemOfThePracticeIsDownAsync(RunningApp app)
    {
        using var client = new HttpClient { BaseAddress = app.Address };
        using var ordered = await client.PostAsJsonAsync("/local/gp-inbox/01999901/answers", new { status = 503, times = 1000 });
        Assert.True(ordered.IsSuccessStatusCode, await ordered.Content.ReadAsStringAsync());
    }
}
