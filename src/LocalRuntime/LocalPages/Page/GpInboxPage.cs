using LocalRuntime.LocalPages.GpInbox;
using Microsoft.AspNetCore.Http;

namespace LocalRuntime.LocalPages.Page;

/// <summary>What the sample GP system received, each with the verdict on its signature.</summary>
static class GpInboxPage
{
    public static async Task<IResult> ShowAsync(Frame frame, HttpRequest request, DeliveryStore deliveries, CancellationToken cancellation)
    {
        var received = await deliveries.AllAsync(cancellation);
        return frame.Show(request, "GP inbox", Html.Of($"""
            <h1>GP inbox</h1>
            {Lists.NewestFirst(received.Count, "/local/gp-inbox.json")}
            {Newest(received, Lists.Most, opensFirst: true)}
            """));
    }

    public static Html Newest(IReadOnlyList<Delivery> deliveries, int most, bool opensFirst = false) => deliveries.Count == 0
        ? new Html("""<p class="none">The sample GP system received nothing yet.</p>""")
        : Html.Of($"""<ul class="cards">{Html.Each(deliveries.Reverse().Take(most).Index(), delivery => Card(delivery.Item, opensFirst && delivery.Index == 0))}</ul>""");

    static Html Card(Delivery delivery, bool isOpen) => Html.Of($"""
        <li>
        <p>{Moments.Of(delivery.ReceivedAt)} in inbox <strong>{delivery.Inbox}</strong>{(delivery.Deliveries > 1 ? Html.Of($", delivered {delivery.Deliveries} times") : Html.Empty)}
        {(delivery.Verified ? new Html("""<span class="tag good">✓ signature holds</span>""") : new Html("""<span class="tag bad">✗ signature does not hold</span>"""))}</p>
        <p class="quiet">{(delivery.WebhookId is "" ? "without webhook-id" : delivery.WebhookId)}</p>
        {Payload.Folded("Body", delivery.Body, isOpen)}
        </li>
        """);
}
