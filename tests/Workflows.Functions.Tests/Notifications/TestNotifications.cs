using Microsoft.Extensions.Logging.Abstractions;
using SendGrid;
using Workflows.Functions.Directory;
using Workflows.Functions.Notifications;
using Workflows.Referrals.Process;

namespace Workflows.Functions.Tests.Notifications;

/// <summary>The real sender over a real table, with the providers' ends in the test's hand.</summary>
sealed class TestNotifications(TestStorage storage, TimeSpan evidenceSettlesIn = default) : IRecipients
{
    public const string Address = "anna@welzijn.example";
    public const string Phone = "+31600000101";

    public static SmsSettings Sms { get; } = new("AC0123456789abcdef0123456789abcdef", "token", "https://twilio.example", "+31850000000");

    public NotificationSettings Settings { get; } = new("key", "https://sendgrid.example/", "noreply@welzijn.example", new Uri("https://app.example"), evidenceSettlesIn);

    public FakeSendGrid SendGrid { get; } = new();

    /// <summary>Null: the app has no settings for SMS.</summary>
    public FakeTwilio? Twilio { get; set; }

    public Addressee? Anna { get; set; } = new(Address);

    public Addressee? Cora { get; set; } = new("cora@welzijn.example");

    public static Notification Offer { get; } = new("referral-1.3.offerWaiting-worker", "referral-1", new(RecipientKind.Worker, "anna"), "offerWaiting");

    /// <summary>What happens instead of an answer to whoever asks for somebody's address.</summary>
    public Exception? Failure { get; set; }

    public LinkTokens Links { get; } = new(storage.Hash, storage.Clock);

    /// <summary>Takes up what did not arrive, as a freshly started process does.</summary>
    public Fallbacks NewFallbacks(DirectoryStore directory) =>
        new(storage.Tables, new(storage.Tables), NewChannels(), new(storage.Lists), storage.Timelines, directory, storage.Clock, NullLogger<Fallbacks>.Instance);

    public ShortLinks ShortLinks { get; } = new(storage.Tables, storage.Hash, storage.Clock);

    /// <summary>A sender as a freshly started process has it: it remembers nothing.</summary>
    public NotificationSender NewSender() => new(NewChannels(), this);

    public Suppressions Suppressions { get; } = new(storage.Tables, storage.Hash, storage.Clock);

    public ChannelSender NewChannels() => new(new(storage.Tables), this, Channels(), Suppressions, Settings, storage.Clock, NullLogger<ChannelSender>.Instance);

    Task<Addressee?> IRecipients.FindAsync(Notification notification, CancellationToken cancellation) =>
        Failure is { } failure ? Task.FromException<Addressee?>(failure) : Task.FromResult(notification.To.Kind is RecipientKind.Coordinator ? Cora : Anna);

    List<IChannel> Channels()
    {
        var client = new SendGridClient(new HttpClient(SendGrid, disposeHandler: false), new SendGridClientOptions { ApiKey = Settings.SendGridKey, Host = Settings.SendGridHost });
        var evidence = new MailEvidence(new HttpClient(SendGrid, disposeHandler: false) { BaseAddress = new Uri(Settings.SendGridHost) });
        List<IChannel> channels = [new MailChannel(new(client, Settings), evidence, Links, Settings, storage.Clock)];
        if (Twilio is { } twilio)
        {
            channels.Add(new SmsChannel(new(new HttpClient(twilio, disposeHandler: false) { BaseAddress = new Uri(Sms.Host) }, Sms, Settings), ShortLinks, Settings));
        }

        return channels;
    }
}
