using System.Net;
using LocalRuntime.LocalPages;
using LocalRuntime.LocalPages.Mailbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Notifications;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Notifications;

public sealed class When_a_message_goes_by_SMS_too : IAsyncLifetime
{
    TestStorage storage = null!;
    TestNotifications notifications = null!;

    FakeTwilio Twilio => notifications.Twilio!;

    public async Task InitializeAsync()
    {
        storage = await TestStorage.CreateAsync();
        notifications = new(storage) { Twilio = new(), Anna = new(TestNotifications.Address, Phone: TestNotifications.Phone) };
    }

    public Task DisposeAsync() => Task.CompletedTask;

    Task<NotificationState> SendAsync(Notification? notification = null) => notifications.NewSender().SendAsync(notification ?? TestNotifications.Offer);

    [Fact]
    public async Task Each_channel_has_it_once_however_often_its_effect_comes()
    {
        Assert.Equal(NotificationState.Sent, await SendAsync());
        Assert.Equal(NotificationState.Sent, await SendAsync());

        Assert.Single(notifications.SendGrid.Mails);
        Assert.Single(Twilio.Messages);
    }

    [Fact]
    public async Task It_says_that_something_waits_and_holds_a_link_that_opens_it()
    {
        await SendAsync();

        var (path, form) = Assert.Single(Twilio.Messages);
        Assert.Equal($"/2010-04-01/Accounts/{TestNotifications.Sms.AccountSid}/Messages.json", path);
        Assert.Equal((TestNotifications.Phone, TestNotifications.Sms.From), (form["To"], form["From"]));
        Assert.Equal("https://app.example/api/webhooks/twilio/referral-1.3.offerWaiting-worker.sms", form["StatusCallback"]);
        Assert.StartsWith("Welzijn op Recept: er wacht een verwijzing op uw antwoord. Log in op https://app.example/s/", form["Body"], StringComparison.Ordinal);
        Assert.Equal("/api/referrals/referral-1", (await notifications.ShortLinks.ReadAsync(form["Body"].Split("/s/")[1]))?.Target);
        Assert.Null(await notifications.ShortLinks.ReadAsync("aaaaaaaaaaaaaaaa"));
        storage.Clock.Now += TimeSpan.FromDays(61);
        Assert.Null(await notifications.ShortLinks.ReadAsync(form["Body"].Split("/s/")[1]));
    }

    [Fact]
    public async Task The_mail_does_not_wait_for_it_and_it_is_tried_again()
    {
        Twilio.OnMessage = () => FakeTwilio.Answers(HttpStatusCode.ServiceUnavailable);

        Assert.Equal(NotificationState.Pending, await SendAsync());
        Assert.Single(notifications.SendGrid.Mails);

        Twilio.OnMessage = new FakeTwilio().OnMessage;
        storage.Clock.Now += TimeSpan.FromMinutes(5);
        Assert.Equal(NotificationState.Sent, await SendAsync());
        Assert.Single(notifications.SendGrid.Mails);
    }

    [Fact]
    public async Task A_lost_answer_is_possibly_sent_and_never_sent_again()
    {
        Twilio.OnMessage = () => FakeTwilio.Answers(HttpStatusCode.BadGateway);
        await SendAsync();
        storage.Clock.Now += TimeSpan.FromHours(1);

        Assert.Equal(NotificationState.Sent, await SendAsync());
        Assert.Single(Twilio.Messages);
        Assert.Equal(NotificationState.PossiblySent, (await new NotificationStore(storage.Tables).FindAsync(TestNotifications.Offer with { Channel = Channel.Sms }, default))!.State);
    }

    [Fact]
    public async Task Who_stopped_the_messages_gets_the_mail_only_and_no_second_try()
    {
        Twilio.OnMessage = () => FakeTwilio.Answers(HttpStatusCode.BadRequest, """{ "code": 21610, "message": "Attempt to send to unsubscribed recipient +31600000101" }""");

        Assert.Equal(NotificationState.Sent, await SendAsync());
        Assert.Equal(NotificationState.Sent, await SendAsync());

        Assert.Single(Twilio.Messages);
        var sms = (await new NotificationStore(storage.Tables).FindAsync(TestNotifications.Offer with { Channel = Channel.Sms }, default))!;
        Assert.Equal((NotificationState.Failed, "twilio21610"), (sms.State, sms.Detail));
    }

    [Fact]
    public async Task Without_a_number_or_without_an_account_only_the_mail_leaves()
    {
        notifications.Anna = new(TestNotifications.Address);
        await SendAsync();
        Assert.Empty(Twilio.Messages);

        notifications.Twilio = null;
        notifications.Anna = new(TestNotifications.Address, Phone: TestNotifications.Phone);
        Assert.Equal(NotificationState.Sent, await SendAsync(TestNotifications.Offer with { Key = "referral-1.4.offerWaiting-worker" }));
    }

    [Fact]
    public async Task What_asks_for_no_answer_goes_by_mail_only()
    {
        await SendAsync(TestNotifications.Offer with { Template = "noLongerYours" });
        await SendAsync(new("referral-1.5.receipt-referrer", "referral-1", new(RecipientKind.Referrer, "referral-1"), "receipt"));

        Assert.Equal(2, notifications.SendGrid.Mails.Count);
        Assert.Empty(Twilio.Messages);
    }

    [Fact]
    public void Every_text_is_one_message_in_both_languages()
    {
        var link = new Uri("https://workflows.a-rather-long-name-of-an-organisation.example/s/0123456789abcdef");

        foreach (var template in Enum.GetValues<MessageKind>().Select(Code.Of).Concat([Notification.FeedbackWaiting, Notification.Undeliverable, Notification.AftercareForClient, Notification.HandoverForClient]))
        {
            Assert.True(SmsText.Fits(SmsText.Of(template, "nl", link)), SmsText.Of(template, "nl", link));
            Assert.True(SmsText.Fits(SmsText.Of(template, "en", link)), SmsText.Of(template, "en", link));
        }

        Assert.All(["nl", "en"], language => Assert.True(SmsText.Fits(SmsText.OfCode("123456", language, link))));
        Assert.False(SmsText.Fits("ë"));
        Assert.False(SmsText.Fits(new string('a', 161)));
    }

    [Fact]
    public async Task The_local_page_takes_it_as_Twilio_would()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = await Azurite.ConnectionStringAsync(),
            ["LocalPages:TablePrefix"] = $"t{Guid.NewGuid():N}"[..10],
        });
        builder.Services.AddSingleton(TimeProvider.System).AddLocalPages(builder.Configuration);
        await using var app = builder.Build();
        LocalRuntime.LocalPages.Mailbox.FakeTwilio.Map(app.MapGroup("/local"));
        await app.StartAsync();
        var settings = TestNotifications.Sms with { Host = $"{app.Urls.Single()}/local/twilio" };
        using var http = TwilioSms.Client(settings);

        var answer = await new TwilioSms(http, settings, notifications.Settings).SendAsync("referral-1.3.offerWaiting-worker.sms", TestNotifications.Phone, "Er wacht iets", CancellationToken.None);

        Assert.Equal(ProviderResult.Accepted, answer.Result);
        Assert.StartsWith("SM", answer.Detail, StringComparison.Ordinal);
        Assert.Equal(ProviderResult.Refused, (await new TwilioSms(http, settings, notifications.Settings).SendAsync("key", "0612345678", "Er wacht iets", CancellationToken.None)).Result);
    }
}
