using Microsoft.Extensions.Logging.Abstractions;
using SendGrid;
using Workflows.Functions.Notifications;
using Workflows.Referrals.Process;

namespace Workflows.Functions.Tests.Notifications;

/// <summary>The real sender over a real table, with SendGrid's end in the test's hand.</summary>
sealed class TestNotifications(TestStorage storage, TimeSpan evidenceSettlesIn = default) : IRecipients
{
    public const string Address = "anna@welzijn.example";

    readonly NotificationSettings settings = new("key", "https://sendgrid.example/", "noreply@welzijn.example", new Uri("https://app.example"), evidenceSettlesIn);

    public FakeSendGrid SendGrid { get; } = new();

    public Addressee? Anna { get; set; } = new(Address);

    public static Notification Offer { get; } = new("referral-1.3.offerWaiting-worker", "referral-1", new(RecipientKind.Worker, "anna"), "offerWaiting");

    public LinkTokens Links { get; } = new(storage.Hash, storage.Clock);

    /// <summary>A sender as a freshly started process has it: it remembers nothing.</summary>
    public NotificationSender NewSender() => new(
        new(storage.Tables),
        this,
        new(new SendGridClient(new HttpClient(SendGrid, disposeHandler: false), new SendGridClientOptions { ApiKey = settings.SendGridKey, Host = settings.SendGridHost }), settings),
        new(new HttpClient(SendGrid, disposeHandler: false) { BaseAddress = new Uri(settings.SendGridHost) }),
        Links,
        settings,
        storage.Clock,
        NullLogger<NotificationSender>.Instance);

    Task<Addressee?> IRecipients.FindAsync(Notification notification, CancellationToken cancellation) => Task.FromResult(Anna);
}
