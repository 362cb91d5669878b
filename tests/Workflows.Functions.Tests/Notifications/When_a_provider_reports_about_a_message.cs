using System.Net;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Functions.Notifications;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Notifications;

public sealed class When_a_provider_reports_about_a_message : IAsyncLifetime
{
    static readonly Notification Offer = TestNotifications.Offer;
    static readonly Notification OfferBySms = Offer with { Channel = Channel.Sms };
    readonly ECDsa sendGridKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    readonly ServiceProvider services = new ServiceCollection().AddLogging().BuildServiceProvider();
    TestStorage storage = null!;
    TestNotifications notifications = null!;
    NotificationStore store = null!;

    FakeTwilio Twilio => notifications.Twilio!;

    FakeSendGrid SendGrid => notifications.SendGrid;

    public async Task InitializeAsync()
    {
        storage = await TestStorage.CreateAsync();
        notifications = new(storage) { Twilio = new(), Anna = new(TestNotifications.Address, Phone: TestNotifications.Phone) };
        store = new(storage.Tables);
        await SummariseAsync(Referral.Submit("referral-1", new("welzijn-zuid", "01999901", Pathway.Default, true, HandoverForm.InPerson)));
    }

    public async Task DisposeAsync()
    {
        sendGridKey.Dispose();
        await services.DisposeAsync();
    }

    async Task SummariseAsync(Referral referral) => await storage.Timelines.CommitAsync(new("referral-1", 0, [], ReferralJson.Write(referral), null, [], []));

    Fallbacks Fallbacks => notifications.NewFallbacks(new(new(storage.Tables, storage.Master)));

    DeliveryReports Reports => new(store, Fallbacks, notifications.Suppressions);

    async Task SendAsync(Notification notification) => await notifications.NewSender().SendAsync(notification);

    async Task<NotificationState?> StateAsync(Notification notification) => (await store.FindAsync(notification, default))?.State;

    async Task<int> AnswerAsync(DefaultHttpContext context, Task<IResult> answer)
    {
        context.RequestServices = services;
        context.Response.Body = new MemoryStream();
        await (await answer).ExecuteAsync(context);
        return context.Response.StatusCode;
    }

    Task<int> SendGridSaysAsync(string kind, string key = "referral-1.3.offerWaiting-worker", ECDsa? signedBy = null)
    {
        // The shape of the documented event: custom arguments stand among the event's own members.
        var body = Encoding.UTF8.GetBytes($$"""
            [{"email":"anna@welzijn.example","timestamp":1776067200,"smtp-id":"<14c5d75ce93.dfd.64b469@ismtpd-555>","event":"{{kind}}","sg_event_id":"ZGVsaXZlcmVk","sg_message_id":"message-1.recvd","effect":"{{key}}","reason":"500 unknown recipient","status":"5.0.0"},
             {"email":"anna@welzijn.example","timestamp":1776067200,"event":"open","sg_event_id":"b3Blbg","effect":"{{key}}"},
             {"email":"other@elsewhere.example","timestamp":1776067200,"event":"bounce","sg_event_id":"b3RoZXI"}]
            """);
        var signature = (signedBy ?? sendGridKey).SignData([.. "1776067201"u8, .. body], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        var context = new DefaultHttpContext { Request = { Body = new MemoryStream(body), ContentType = "application/json" } };
        context.Request.Headers["X-Twilio-Email-Event-Webhook-Timestamp"] = "1776067201";
        context.Request.Headers["X-Twilio-Email-Event-Webhook-Signature"] = Convert.ToBase64String(signature);
        var settings = notifications.Settings with { SendGridEventKey = Convert.ToBase64String(sendGridKey.ExportSubjectPublicKeyInfo()) };
        return AnswerAsync(context, new SendGridEvents(Reports, settings).Run(context.Request, CancellationToken.None));
    }

    Task<int> TwilioSaysAsync(string status, string key = "referral-1.3.offerWaiting-worker.sms", string token = "token", string host = "app.example")
    {
        // As documented: the address, then every field and its value in the order of the names, HMAC-SHA1, base64.
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["AccountSid"] = TestNotifications.Sms.AccountSid,
            ["ApiVersion"] = "2010-04-01",
            ["ErrorCode"] = "30003",
            ["From"] = TestNotifications.Sms.From,
            ["MessageSid"] = "SM1",
            ["MessageStatus"] = status,
            ["SmsSid"] = "SM1",
            ["SmsStatus"] = status,
            ["To"] = TestNotifications.Phone,
        };
        var signed = $"https://{host}/api/webhooks/twilio/{key}" + string.Concat(fields.Select(field => field.Key + field.Value));
#pragma warning disable CA5350 // Twilio signs so.
        var signature = Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(signed)));
#pragma warning restore CA5350
        var body = string.Join('&', fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));
        var context = new DefaultHttpContext { Request = { Body = new MemoryStream(Encoding.UTF8.GetBytes(body)), ContentType = "application/x-www-form-urlencoded" } };
        context.Request.Headers["X-Twilio-Signature"] = signature;
        return AnswerAsync(context, new TwilioStatus(Reports, notifications.Settings, [TestNotifications.Sms]).Run(context.Request, key, CancellationToken.None));
    }

    [Fact]
    public async Task What_was_delivered_is_marked_so()
    {
        await SendAsync(Offer);

        Assert.Equal(204, await SendGridSaysAsync("delivered"));
        Assert.Equal(204, await TwilioSaysAsync("delivered"));

        Assert.Equal(NotificationState.Delivered, await StateAsync(Offer));
        Assert.Equal(NotificationState.Delivered, await StateAsync(OfferBySms));
        Assert.Equal(NotificationState.Delivered, await notifications.NewSender().SendAsync(Offer));
        Assert.Single(SendGrid.Mails);
    }

    [Fact]
    public async Task What_was_possibly_sent_is_settled_and_not_sent_again()
    {
        SendGrid.OnMail = (mail, take) =>
        {
            take();
            return new(HttpStatusCode.BadGateway);
        };
        SendGrid.OnQuestion = HttpStatusCode.Forbidden;
        Twilio.OnMessage = () => FakeTwilio.Answers(HttpStatusCode.BadGateway);
        await SendAsync(Offer);
        storage.Clock.Now += TimeSpan.FromHours(1);
        await SendAsync(Offer);
        Assert.Equal(NotificationState.PossiblySent, await StateAsync(Offer));
        Assert.Equal(NotificationState.PossiblySent, await StateAsync(OfferBySms));

        await SendGridSaysAsync("processed");
        await TwilioSaysAsync("sent");

        Assert.Equal(NotificationState.Sent, await StateAsync(Offer));
        Assert.Equal(NotificationState.Sent, await StateAsync(OfferBySms));
        Assert.Single(SendGrid.Mails);
        Assert.Single(Twilio.Messages);
    }

    [Theory]
    [InlineData("bounce")]
    [InlineData("dropped")]
    public async Task A_mail_that_bounces_or_is_suppressed_goes_by_SMS_in_its_place(string kind)
    {
        var mail = Offer with { Template = "assigned" };
        await SendAsync(mail);
        Assert.Empty(Twilio.Messages);

        await SendGridSaysAsync(kind);
        await SendGridSaysAsync(kind);

        Assert.Equal(NotificationState.NotDelivered, await StateAsync(mail));
        Assert.StartsWith("Welzijn op Recept: er is een verwijzing aan u toegewezen. Log in op ", Assert.Single(Twilio.Messages).Form["Body"], StringComparison.Ordinal);
        Assert.Equal(NotificationState.NotDelivered, await notifications.NewSender().SendAsync(mail));
        Assert.Single(SendGrid.Mails);
    }

    [Fact]
    public async Task What_arrived_by_the_other_channel_already_needs_no_other_way()
    {
        await SendAsync(Offer);

        await TwilioSaysAsync("undelivered");

        Assert.Equal(NotificationState.NotDelivered, await StateAsync(OfferBySms));
        Assert.Equal("twilio30003", (await store.FindAsync(OfferBySms, default))!.Detail);
        Assert.Single(SendGrid.Mails);
        Assert.Empty(await WaitingAsync());
    }

    [Fact]
    public async Task What_arrives_by_no_channel_is_told_to_the_coordinator_once()
    {
        await SendAsync(Offer);

        await SendGridSaysAsync("bounce");
        await TwilioSaysAsync("undelivered");
        await TwilioSaysAsync("failed");
        await Fallbacks.CarryAllAsync();

        Assert.Equal(["referral-1.3.offerWaiting-worker", "referral-1.3.offerWaiting-worker.undeliverable"], SendGrid.Mails.Select(FakeSendGrid.KeyOf));
        Assert.Contains("Een bericht kwam niet aan", SendGrid.Mails[1].GetRawText(), StringComparison.Ordinal);
        Assert.Single(Twilio.Messages);
        Assert.Empty(await WaitingAsync());
    }

    [Fact]
    public async Task What_arrives_by_no_channel_stands_on_the_coordinators_list_until_somebody_has_seen_to_it()
    {
        var list = new UndeliveredMessages(storage.Lists);
        await SendAsync(Offer);
        var triedAt = storage.Clock.Now;

        await SendGridSaysAsync("bounce");
        storage.Clock.Now += TimeSpan.FromMinutes(5);
        await TwilioSaysAsync("undelivered");
        await TwilioSaysAsync("failed");

        var message = Assert.Single((await list.ReadAsync("welzijn-zuid", 10, null)).Messages);
        Assert.Equal((Offer.Key, "referral-1", Offer.To, "offerWaiting", triedAt), (message.Key, message.Referral, message.To, message.Template, message.At));
        Assert.Empty((await list.ReadAsync("buurtwerk-noord", 10, null)).Messages);

        await list.RemoveAsync("buurtwerk-noord", message.Row);
        Assert.Equal(new(1, triedAt), await list.GlanceAsync("welzijn-zuid", 10));
        await list.RemoveAsync("welzijn-zuid", message.Row);
        await list.RemoveAsync("welzijn-zuid", message.Row);
        Assert.Equal(new(0, null), await list.GlanceAsync("welzijn-zuid", 10));
    }

    [Fact]
    public async Task A_coordinator_whose_mail_does_not_work_hears_of_it_by_SMS()
    {
        notifications.Cora = new("cora@welzijn.example", Phone: "+31600000109");
        await notifications.Suppressions.AddAsync(Channel.Email, "cora@welzijn.example", "bounce");
        await SendAsync(Offer);

        await SendGridSaysAsync("bounce");
        await TwilioSaysAsync("undelivered");

        Assert.Single(SendGrid.Mails);
        Assert.Equal([TestNotifications.Phone, "+31600000109"], Twilio.Messages.Select(message => message.Form["To"]));
        Assert.Empty(await WaitingAsync());
    }

    [Fact]
    public async Task At_night_the_other_way_waits_for_the_morning()
    {
        await SendAsync(Offer with { Template = "assigned" });
        storage.Clock.Now = TestStorage.Monday.AddHours(12);

        await SendGridSaysAsync("bounce");
        await Fallbacks.CarryAllAsync();
        Assert.Empty(Twilio.Messages);

        storage.Clock.Now = TestStorage.Monday.AddHours(23);
        await Fallbacks.CarryAllAsync();
        Assert.Single(Twilio.Messages);
        Assert.Empty(await WaitingAsync());
    }

    [Fact]
    public async Task A_provider_that_is_down_delays_the_other_way_and_loses_nothing()
    {
        Twilio.OnMessage = () => FakeTwilio.Answers(HttpStatusCode.ServiceUnavailable);
        await SendAsync(Offer with { Template = "assigned" });
        await SendGridSaysAsync("bounce");
        Assert.Single(await WaitingAsync());

        Twilio.OnMessage = new FakeTwilio().OnMessage;
        storage.Clock.Now += TimeSpan.FromMinutes(5);
        await Fallbacks.CarryAllAsync();

        Assert.Equal(NotificationState.Sent, await StateAsync(OfferBySms));
        Assert.Empty(await WaitingAsync());
    }

    [Fact]
    public async Task One_that_cannot_be_carried_on_stays_and_holds_up_no_other()
    {
        var first = Offer with { Template = "assigned" };
        foreach (var mail in new[] { first, first with { Key = "referral-1.4.assigned-worker" } })
        {
            await SendAsync(mail);
            await Fallbacks.AddAsync(mail, "bounce");
        }

        Twilio.OnMessage = () =>
        {
            Twilio.OnMessage = new FakeTwilio().OnMessage;
            throw new InvalidOperationException("Not an answer that anybody counted on.");
        };

        await Fallbacks.CarryAllAsync();

        Assert.Equal(first.RowKey, Assert.Single(await WaitingAsync()).RowKey);
    }

    [Fact]
    public async Task Once_consent_was_withdrawn_nothing_takes_another_way()
    {
        await SendAsync(Offer with { Template = "assigned" });
        await SummariseAsync(Referral.Submit("referral-1", new("welzijn-zuid", "01999901", Pathway.Default, true, HandoverForm.InPerson)) with { ConsentIsWithdrawn = true });

        await SendGridSaysAsync("bounce");

        Assert.Empty(Twilio.Messages);
        Assert.Empty(await WaitingAsync());
    }

    [Fact]
    public async Task Twilio_may_sign_its_address_with_the_port()
    {
        await SendAsync(Offer);

        Assert.Equal(401, await TwilioSaysAsync("delivered", host: "app.example:8443"));
        Assert.Equal(204, await TwilioSaysAsync("delivered", host: "app.example:443"));

        Assert.Equal(NotificationState.Delivered, await StateAsync(OfferBySms));
    }

    [Fact]
    public async Task The_signature_that_SendGrid_publishes_as_an_example_holds()
    {
        // The example of SendGrid's own libraries (sendgrid-csharp, RequestValidatorTests): the line break at its end is signed too.
        const string Body = """[{"email":"hello@world.com","event":"dropped","reason":"Bounced Address","sg_event_id":"ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA","sg_message_id":"LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0","smtp-id":"<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>","timestamp":1600112492}]""";
        var settings = notifications.Settings with { SendGridEventKey = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==" };
        foreach (var (ending, status) in ((string, int)[])[("\r\n", 204), ("", 401)])
        {
            var context = new DefaultHttpContext { Request = { Body = new MemoryStream(Encoding.UTF8.GetBytes(Body + ending)), ContentType = "application/json" } };
            context.Request.Headers["X-Twilio-Email-Event-Webhook-Timestamp"] = "1600112502";
            context.Request.Headers["X-Twilio-Email-Event-Webhook-Signature"] = "MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM=";

            Assert.Equal(status, await AnswerAsync(context, new SendGridEvents(Reports, settings).Run(context.Request, CancellationToken.None)));
        }

        Assert.True(await notifications.Suppressions.ContainAsync(Channel.Email, "hello@world.com"));
    }

    [Fact]
    public async Task A_late_or_unknown_report_changes_nothing()
    {
        await SendAsync(Offer);
        await SendGridSaysAsync("bounce");

        Assert.Equal(204, await SendGridSaysAsync("delivered"));
        Assert.Equal(NotificationState.NotDelivered, await StateAsync(Offer));
        Assert.Equal(204, await SendGridSaysAsync("delivered", key: "no-such-referral.1.message"));
        Assert.Equal(204, await SendGridSaysAsync("delivered", key: "a/b#c"));
    }

    [Fact]
    public async Task A_kill_right_after_the_report_was_stored_leaves_nothing_idle()
    {
        await SendAsync(Offer with { Template = "assigned" });
        await Fallbacks.AddAsync(Offer, "bounce");   // and then the process was killed, before the message was marked

        await Fallbacks.CarryAllAsync();

        Assert.Equal(NotificationState.NotDelivered, await StateAsync(Offer));
        Assert.Equal("bounce", (await store.FindAsync(Offer, default))!.Detail);
        Assert.Single(Twilio.Messages);
        Assert.Empty(await WaitingAsync());
    }

    [Fact]
    public async Task A_message_that_nobody_knows_any_more_is_not_carried_for_ever()
    {
        await Fallbacks.AddAsync(Offer, "bounce");

        await Fallbacks.CarryAllAsync();

        Assert.Empty(await WaitingAsync());
    }

    [Fact]
    public async Task A_report_whose_signature_does_not_hold_is_turned_away()
    {
        using var forger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await SendAsync(Offer);

        Assert.Equal(401, await SendGridSaysAsync("bounce", signedBy: forger));
        Assert.Equal(401, await TwilioSaysAsync("undelivered", token: "another token"));

        Assert.Equal(NotificationState.Sent, await StateAsync(Offer));
        Assert.Equal(NotificationState.Sent, await StateAsync(OfferBySms));
    }

    async Task<List<TableEntity>> WaitingAsync() => await storage.Tables.Notifications.QueryAsync<TableEntity>("PartitionKey eq '!fallbacks'").ToListAsync();
}
