using LocalRuntime.LocalPages.GpInbox;
using LocalRuntime.LocalPages.Mailbox;
using LocalRuntime.LocalPages.Walk;
using Microsoft.AspNetCore.Http;

namespace LocalRuntime.LocalPages.Page;

/// <summary>The newest of everything at one look.</summary>
static class OverviewPage
{
    const int Few = 5;

    public static async Task<IResult> ShowAsync(
        Frame frame, HttpRequest request, MessageStore mailbox, DeliveryStore deliveries, ILocalOrchestrations orchestrations, IEnumerable<ILocalQueues> queues,
        IEnumerable<GuidedWalk> walks, CancellationToken cancellation) =>
        frame.Show(request, "Overview", Html.Of($"""
            <h1>Overview</h1>
            {Html.Each(walks, walk => Html.Of($"""<p class="invitation">New here? <a href="{WalkPage.Path}">{walk.Title}</a></p>"""))}
            <div class="panels">
            {Panel("mailbox", "Mailbox", MailboxPage.Newest(await mailbox.AllAsync(cancellation), Few))}
            {Panel("gp-inbox", "GP inbox", GpInboxPage.Newest(await deliveries.AllAsync(cancellation), Few))}
            {Panel("orchestrations", "Orchestrations", OrchestrationPages.Table(await orchestrations.LatestAsync(Few, cancellation)))}
            {Html.Each(queues, bus => Panel("queues", "Queues", QueuesPage.Table(bus)))}
            </div>
            """));

    static Html Panel(string page, string title, Html content) => Html.Of($"""
        <section aria-labelledby="{page}">
        <h2 id="{page}"><a href="/local/{page}">{title}</a></h2>
        {content}
        </section>
        """);
}
