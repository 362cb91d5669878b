using Microsoft.AspNetCore.Http;

namespace LocalRuntime.LocalPages.Page;

/// <summary>The queues and subscriptions with what is in them now, and what was put aside.</summary>
static class QueuesPage
{
    public static IResult Show(Frame frame, HttpRequest request, IEnumerable<ILocalQueues> queues) =>
        queues.SingleOrDefault() is not { } bus ? Results.NotFound() : frame.Show(request, "Queues", Html.Of($"""
            <h1>Queues</h1>
            {Table(bus)}
            <h2>Dead letters</h2>
            <p class="quiet">At most {Lists.Most} of each queue, the oldest first.</p>
            {DeadLetters(bus)}
            """));

    public static Html Table(ILocalQueues bus) => Lists.Table("Queues", bus.Queues, "There is no queue.", ["Queue", "Waiting", "Scheduled", "Held", "Dead letters"],
        queue => Html.Of($"<tr><td>{queue.Name}</td><td>{queue.Waiting}</td><td>{queue.Scheduled}</td><td>{queue.Held}</td><td{(queue.DeadLetters > 0 ? new Html(" class=\"bad\"") : Html.Empty)}>{queue.DeadLetters}</td></tr>"));

    static Html DeadLetters(ILocalQueues bus) => Lists.Table("Dead letters", bus.DeadLetters(Lists.Most), "No message was put aside.", ["Queue", "Message", "Enqueued", "Deliveries", "Reason", "Description"],
        dead => Html.Of($"""
            <tr><td>{dead.Queue}</td><td>{dead.MessageId}</td><td>{Moments.Of(dead.EnqueuedAt)}</td><td>{dead.Deliveries}</td><td>{dead.Reason}</td><td class="long">{dead.Description}</td></tr>
            """));
}
