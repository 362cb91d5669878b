using System.Net;
using Azure.Data.Tables;
using Workflows.Functions.Notifications;
using Workflows.Functions.Tests.Storage;

namespace Workflows.Functions.Tests.Notifications;

public sealed class When_a_message_is_sent : IAsyncLifetime
{
    TestStorage storage = null!;
    TestNotifications notifications = null!;
    NotificationSender sender = null!;

    FakeSendGrid SendGrid => notifications.SendGrid;

    public async Task InitializeAsync()
    {
        storage = await TestStorage.CreateAsync();
        notifications = new(storage);
        sender = notifications.NewSender();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    Task<NotificationState> SendAsync() => sender.SendAsync(TestNotifications.Offer);

    [Fact]
    public async Task It_leaves_once_however_often_its_effect_comes()
    {
        Assert.Equal(NotificationState.Sent, await SendAsync());
        Assert.Equal(NotificationState.Sent, await SendAsync());
        Assert.Equal(NotificationState.Sent, await notifications.NewSender().SendAsync(TestNotifications.Offer));

        Assert.Single(SendGrid.Mails);
    }

    [Fact]
    public async Task It_leaves_once_when_its_effect_comes_many_times_at_the_same_moment()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SendAsync()));

        Assert.Single(SendGrid.Mails);
    }

    [Fact]
    public async Task It_goes_to_the_address_that_is_known_now_with_a_text_and_a_page_and_its_key()
    {
        await SendAsync();

        var mail = Assert.Single(SendGrid.Mails);
        Assert.Equal(TestNotifications.Address, mail.GetProperty("personalizations")[0].GetProperty("to")[0].GetProperty("email").GetString());
        Assert.Equal(["text/plain", "text/html"], mail.GetProperty("content").EnumerateArray().Select(part => part.GetProperty("type").GetString()));
        Assert.Equal(TestNotifications.Offer.Key, FakeSendGrid.KeyOf(mail));
    }

    [Fact]
    public async Task Its_link_opens_what_waits_and_counts_for_nothing_else()
    {
        await SendAsync();

        var text = SendGrid.Mails.Single().GetProperty("content")[0].GetProperty("value").GetString()!;
        var token = text.Split("https://app.example/go/")[1].Split('\n')[0];
        Assert.Equal("referral-1", (await notifications.Links.ReadAsync(token, LinkToken.Open))?.Referral);
        Assert.Null(await notifications.Links.ReadAsync(token, LinkToken.Acknowledge));
    }

    [Fact]
    public async Task The_table_knows_how_far_it_came_and_not_to_whom()
    {
        await SendAsync();

        var row = Assert.Single(await storage.Tables.Notifications.QueryAsync<TableEntity>().ToListAsync());
        Assert.Equal(("Sent", "message-1"), (row.GetString("State"), row.GetString("Detail")));
        Assert.DoesNotContain("@", string.Join(' ', row.Values()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_address_it_has_failed_and_nothing_leaves()
    {
        notifications.Anna = null;

        Assert.Equal(NotificationState.Failed, await SendAsync());
        Assert.Equal(0, SendGrid.Calls);
    }

    [Fact]
    public async Task A_message_that_the_provider_will_never_take_has_failed()
    {
        SendGrid.OnMail = FakeSendGrid.Answers(HttpStatusCode.BadRequest);

        Assert.Equal(NotificationState.Failed, await SendAsync());
        Assert.Equal(NotificationState.Failed, await SendAsync());
        Assert.Equal(1, SendGrid.Calls);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.Unauthorized)]
    public async Task A_provider_that_cannot_take_it_now_is_asked_again_later(HttpStatusCode status)
    {
        SendGrid.OnMail = FakeSendGrid.Answers(status);
        Assert.Equal(NotificationState.Pending, await SendAsync());
        SendGrid.OnMail = FakeSendGrid.Accepts;

        Assert.Equal(NotificationState.Pending, await SendAsync());
        storage.Clock.Now += TimeSpan.FromMinutes(5);
        Assert.Equal(NotificationState.Sent, await SendAsync());
        Assert.Single(SendGrid.Mails);
    }

    [Fact]
    public async Task An_outage_of_an_hour_is_met_with_few_calls_and_the_message_leaves_after_it()
    {
        SendGrid.OnMail = FakeSendGrid.Answers(HttpStatusCode.ServiceUnavailable);
        for (var minute = 0; minute < 60; minute++)
        {
            await SendAsync();
            storage.Clock.Now += TimeSpan.FromMinutes(1);
        }

        Assert.InRange(SendGrid.Calls, 2, 4);
        SendGrid.OnMail = FakeSendGrid.Accepts;
        storage.Clock.Now += TimeSpan.FromHours(1);
        Assert.Equal(NotificationState.Sent, await SendAsync());
    }

    [Fact]
    public async Task After_three_days_of_refusals_it_has_failed()
    {
        SendGrid.OnMail = FakeSendGrid.Answers(HttpStatusCode.ServiceUnavailable);
        for (var hour = 0; hour <= 24 * 3; hour += 6)
        {
            Assert.Equal(NotificationState.Pending, await SendAsync());
            storage.Clock.Now += TimeSpan.FromHours(6);
        }

        Assert.Equal(NotificationState.Failed, await SendAsync());
    }
}
