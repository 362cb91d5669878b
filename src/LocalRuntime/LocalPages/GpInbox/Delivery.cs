namespace LocalRuntime.LocalPages.GpInbox;

/// <summary>A webhook as it arrived, once per id however often it was delivered. <paramref name="ReceivedAt"/> is the app's time at the first delivery.</summary>
/// <param name="Inbox">The name in the URL that it was sent to.</param>
/// <param name="WebhookId">The header <c>webhook-id</c>; empty when it was missing.</param>
/// <param name="ReceivedAt">When the first delivery arrived.</param>
/// <param name="Deliveries">How often it arrived.</param>
/// <param name="Verified">Whether the signature held; the verified and the others are kept apart, so that a forgery hides nothing.</param>
/// <param name="Body">The body as text.</param>
sealed record Delivery(string Inbox, string WebhookId, DateTimeOffset ReceivedAt, int Deliveries, bool Verified, string Body);
