using System.Net;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Functions.Notifications;
using Workflows.Functions.Security;
using Workflows.Functions.Tests.Storage;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Notifications;

public sealed class When_somebody_wants_no_messages : IAsyncLifetime
{
    static readonly Notification Assigned = TestNotifications.Offer with { Template = "assigned" };
    static readonly Notification Next = Assigned with { Key = "referral-1.9.assigned-worker" };

    readonly ECDsa sendGridKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    readonly ServiceProvider services = new ServiceCollection().AddLogging().BuildServiceProvider();
    TestStorage storage = null!;
    TestNotifications notifications = null!;
    NotificationStore store = null!;

    public async Task InitializeAsync()
    {
        storage = await TestStorage.CreateAsync();
        notifications = new(storage) { Twilio = new(), Anna = new(TestNotifications.Address, Phone: TestNotifications.Phone) };
        store = new(storage.Tables);
        var referral = Referral.Submit("referral-1", new("welzijn-zuid", "01999901", Pathway.Default, true, HandoverForm.InPerson));
        await storage.Timelines.CommitAsync(new("referral-1", 0, [], ReferralJson.Write(referral), null, [], []));
    }

    public async Task DisposeAsync()
    {
        sendGridKey.Dispose();
        await services.DisposeAsync();
    }

    [Theory]
    [InlineData("unsubscribe", "")]
    [InlineData("group_unsubscribe", "")]
    [InlineData("spamreport", "")]
    [InlineData("bounce", "\"type\":\"bounce\",")]
    [InlineData("dropped", "\"reason\":\"Unsubscribed Address\",")]
    [InlineData("dropped", "\"reason\":\"Bounced Address\",")]
    public async Task The_address_is_not_tried_again_and_the_next_message_goes_by_SMS(string kind, string more)
    {
        await SendGridSaysAsync($$"""[{"email":"Anna@Welzijn.example","event":"{{kind}}",{{more}}"timestamp":1776067200}]""");

        await SendAsync(Next);

        Assert.Empty(notifications.SendGrid.Mails);
        Assert.Equal("suppressed", (await store.FindAsync(Next, default))!.Detail);
        Assert.Equal(TestNotifications.Phone, Assert.Single(notifications.Twilio!.Messages).Form["To"]);
    }

    [Theory]
    [InlineData("bounce", "\"type\":\"blocked\",")]
    [InlineData("bounce", "\"type\":\"expired\",")]
    [InlineData("dropped", "\"reason\":\"Spam Content (if Spam Checker app enabled)\",")]
    [InlineData("deferred", "")]
    public async Task What_passes_or_lay_in_the_message_suppresses_nobody(string kind, string more)
    {
        await SendGridSaysAsync($$"""[{"email":"anna@welzijn.example","event":"{{kind}}",{{more}}"timestamp":1776067200}]""");

        await SendAsync(Next);

        Assert.Single(notifications.SendGrid.Mails);
    }

    [Fact]
    public async Task Who_answered_STOP_to_an_SMS_gets_no_further_one()
    {
        notifications.Twilio!.OnMessage = () => FakeTwilio.Answers(HttpStatusCode.BadRequest, """{ "code": 21610, "message": "Attempt to send to unsubscribed recipient +31600000101", "status": 400 }""");
        await notifications.NewSender().SendAsync(TestNotifications.Offer);
        await notifications.NewSender().SendAsync(TestNotifications.Offer with { Key = "referral-1.9.offerReminder-worker", Template = "offerReminder" });

        Assert.Single(notifications.Twilio.Messages);
        Assert.Equal(2, notifications.SendGrid.Mails.Count);
        Assert.Equal("twilio21610", (await store.FindAsync(TestNotifications.Offer with { Channel = Channel.Sms }, default))!.Detail);
    }

    [Fact]
    public async Task Whoever_can_be_reached_by_no_channel_is_told_to_the_coordinator()
    {
        await notifications.Suppressions.AddAsync(Channel.Sms, TestNotifications.Phone, "twilio21610");
        notifications.SendGrid.OnMail = (mail, take) => mail.GetRawText().Contains("undeliverable", StringComparison.Ordinal) ? FakeSendGrid.Accepts(mail, take) : new(HttpStatusCode.BadRequest);

        await SendAsync(Next);

        Assert.Equal([$"{Next.Key}.undeliverable"], notifications.SendGrid.Mails.Select(FakeSendGrid.KeyOf));
        Assert.Empty(notifications.Twilio!.Messages);
    }

    [Fact]
    public async Task Nobody_can_read_the_address_from_the_table()
    {
        await notifications.Suppressions.AddAsync(Channel.Email, TestNotifications.Address, "unsubscribe");

        var row = Assert.Single(await storage.Tables.Notifications.QueryAsync<TableEntity>().ToListAsync());
        Assert.DoesNotContain(row.Values(), value => value is string text && text.Contains("anna", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task They_get_them_again_when_an_administrator_lifts_it()
    {
        await notifications.Suppressions.AddAsync(Channel.Email, TestNotifications.Address, "unsubscribe");

        Assert.Equal(404, await LiftAsync("""{ "phone": "+31600000101" }"""));
        Assert.Equal(422, await LiftAsync("{}"));
        Assert.Equal(204, await LiftAsync("""{ "email": "ANNA@welzijn.example" }"""));
        Assert.Equal(404, await LiftAsync("""{ "email": "anna@welzijn.example" }"""));

        await SendAsync(Next);
        Assert.Single(notifications.SendGrid.Mails);
    }

    /// <summary>The queue's function gets the message; nothing here comes back later, so that it needs no bus.</summary>
    Task SendAsync(Notification notification) => new SendNotification(notifications.NewSender(), store, Fallbacks, outbox: null!)
        .Run(ServiceBusModelFactory.ServiceBusReceivedMessage(body: NotificationMessage.Of(notification).Body, messageId: notification.Key), CancellationToken.None);

    Fallbacks Fallbacks => notifications.NewFallbacks(new(new(storage.Tables, storage.Master)));

    async Task SendGridSaysAsync(string events)
    {
        var body = Encoding.UTF8.GetBytes(events);
        var context = Context(body);
        context.Request.Headers["X-Twilio-Email-Event-Webhook-Timestamp"] = "1776067201";
        context.Request.Headers["X-Twilio-Email-Event-Webhook-Signature"] =
            Convert.ToBase64String(sendGridKey.SignData([.. "1776067201"u8, .. body], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        var settings = notifications.Settings with { SendGridEventKey = Convert.ToBase64String(sendGridKey.ExportSubjectPublicKeyInfo()) };
        Assert.Equal(204, await AnswerAsync(context, new SendGridEvents(new(store, Fallbacks, notifications.Suppressions), settings).Run(context.Request, CancellationToken.None)));
    }

    Task<int> LiftAsync(string body)
    {
        var context = Context(Encoding.UTF8.GetBytes(body));
        context.Features.Set(new Caller(CallerKind.Person, Role.Administrator, "admin"));
        return AnswerAsync(context, new LiftSuppression(notifications.Suppressions, storage.Trail).Run(context.Request, CancellationToken.None));
    }

    DefaultHttpContext Context(byte[] body) => new()
    {
        RequestServices = services,
        Request = { Body = new MemoryStream(body), ContentType = "application/json" },
        Response = { Body = new MemoryStream() },
    };

    static async Task<int> AnswerAsync(DefaultHttpContext context, Task<IResult> answer)
    {
        await (await answer).ExecuteAsync(context);
        return context.Response.StatusCode;
    }
}
