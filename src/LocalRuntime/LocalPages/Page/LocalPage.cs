using LocalRuntime.LocalPages.GpInbox;
using LocalRuntime.LocalPages.Mailbox;
using Microsoft.AspNetCore.Http;

namespace LocalRuntime.LocalPages.Page;

/// <summary>The one page of a developer's machine: what was sent, what time it is for the app, what others received, what runs.</summary>
static class LocalPage
{
    /// <summary>Rows of a list; the JSON endpoints hold everything.</summary>
    const int Most = 50;

    public static async Task<IResult> ShowAsync(
        MessageStore mailbox, DeliveryStore deliveries, ILocalClockControl clock, ILocalOrchestrations orchestrations, IEnumerable<ILocalQueues> queues, CancellationToken cancellation) =>
        HtmlPage.Of("Local", Html.Of($"""
            <header>
            <h1>On this machine</h1>
            <nav aria-label="Sections"><a href="#clock">Clock</a> <a href="#mailbox">Mailbox</a> <a href="#gp-inbox">GP inbox</a> <a href="#orchestrations">Orchestrations</a> {Html.Each(queues, _ => new Html("""<a href="#queues">Queues</a>"""))} <a href="/local">Refresh</a></nav>
            </header>
            <main id="main" tabindex="-1">
            {Clock(clock)}
            {Mailbox(await mailbox.AllAsync(cancellation))}
            {GpInbox(await deliveries.AllAsync(cancellation))}
            {Orchestrations(await orchestrations.LatestAsync(Most, cancellation))}
            {Html.Each(queues, Queues)}
            </main>
            """));

    static Html Clock(ILocalClockControl clock) => Html.Of($"""
        <section id="clock" aria-labelledby="clock-title">
        <h2 id="clock-title">Clock</h2>
        <dl><dt>Now</dt><dd>{Moments.Of(clock.Now)}</dd><dt>Next due</dt><dd>{(clock.NextDue is { } due ? Moments.Of(due) : new Html("nothing is planned"))}</dd></dl>
        <form method="post" action="/local/clock/move">
        <button name="by" value="PT1H">+1 hour</button>
        <button name="by" value="P1D">+1 day</button>
        <button name="by" value="P7D">+1 week</button>
        {(clock.NextDue is null ? Html.Empty : new Html($"""<button name="by" value="{ClockForm.NextDue}">To what is due next</button>"""))}
        </form>
        </section>
        """);

    static Html Mailbox(IReadOnlyList<(string Id, MailboxMessage Message)> messages) => Section("mailbox", "Mailbox", messages.Reverse().Take(Most), NewestFirst(messages.Count, "/local/mailbox.json"), "No mail and no SMS yet.",
        ["Sent", "To", "Message", "Links"],
        entry => Html.Of($"""
            <tr><td>{Moments.Of(entry.Message.SentAt)}</td><td>{entry.Message.To}</td>
            <td><a href="/local/mailbox/{entry.Id}">{entry.Message.Subject ?? entry.Message.Text}</a></td>
            <td>{Html.Each(Links.In(entry.Message), link => Html.Of($"""<a class="link" href="{link}">{link}</a>"""))}</td></tr>
            """));

    static Html GpInbox(IReadOnlyList<Delivery> deliveries) => Section("gp-inbox", "GP inbox", deliveries.Reverse().Take(Most), NewestFirst(deliveries.Count, "/local/gp-inbox.json"), "The sample GP system received nothing yet.",
        ["Received", "Inbox", "Webhook", "Signature", "Deliveries", "Body"],
        delivery => Html.Of($"""
            <tr><td>{Moments.Of(delivery.ReceivedAt)}</td><td>{delivery.Inbox}</td><td>{delivery.WebhookId}</td>
            <td>{(delivery.Verified ? new Html("""<span class="good">✓ holds</span>""") : new Html("""<span class="bad">✗ does not hold</span>"""))}</td>
            <td>{delivery.Deliveries}</td><td><details><summary>Show</summary><pre>{Links.Linked(delivery.Body)}</pre></details></td></tr>
            """));

    static Html Orchestrations(IReadOnlyList<LocalOrchestration> orchestrations) => Section("orchestrations", "Orchestrations", orchestrations, Html.Of($"The {Most} that were updated last"), "Nothing was started yet.",
        ["Instance", "Name", "Status", "Created", "Updated"],
        instance => Html.Of($"""
            <tr><td>{instance.InstanceId}</td><td>{instance.Name}</td><td>{instance.Status}</td><td>{Moments.Of(instance.CreatedAt)}</td><td>{Moments.Of(instance.UpdatedAt)}</td></tr>
            """));

    static Html Queues(ILocalQueues bus) => Html.Of($"""
        {Section("queues", "Queues", bus.Queues, new Html("Queues and subscriptions, and what is in them now"), "There is no queue.",
            ["Queue", "Waiting", "Scheduled", "Held", "Dead letters"],
            queue => Html.Of($"<tr><td>{queue.Name}</td><td>{queue.Waiting}</td><td>{queue.Scheduled}</td><td>{queue.Held}</td><td>{queue.DeadLetters}</td></tr>"))}
        {Section("dead-letters", "Dead letters", bus.DeadLetters(Most), Html.Of($"At most {Most} of each queue, the oldest first"), "No message was put aside.",
            ["Queue", "Message", "Enqueued", "Deliveries", "Reason", "Description"],
            dead => Html.Of($"<tr><td>{dead.Queue}</td><td>{dead.MessageId}</td><td>{Moments.Of(dead.EnqueuedAt)}</td><td>{dead.Deliveries}</td><td>{dead.Reason}</td><td>{dead.Description}</td></tr>"))}
        """);

    static Html Section<T>(string id, string title, IEnumerable<T> rows, Html note, string none, string[] columns, Func<T, Html> row) => Html.Of($"""
        <section id="{id}" aria-labelledby="{id}-title">
        <h2 id="{id}-title">{title}</h2>
        <p class="quiet">{note}</p>
        {(rows.Any() ? Table(id, columns, Html.Each(rows, row)) : Html.Of($"<p>{none}</p>"))}
        </section>
        """);

    static Html Table(string id, string[] columns, Html rows) => Html.Of($"""
        <div class="scroll" tabindex="0" role="group" aria-labelledby="{id}-title">
        <table><thead><tr>{Html.Each(columns, column => Html.Of($"<th scope=\"col\">{column}</th>"))}</tr></thead><tbody>{rows}</tbody></table>
        </div>
        """);

    static Html NewestFirst(int count, string json) =>
        Html.Of($"""{count} in all, the newest first, at most {Most} of them here; everything in <a href="{json}">{json}</a>""");
}
