using LocalRuntime.LocalPages.Mailbox;
using Microsoft.AspNetCore.Http;

namespace LocalRuntime.LocalPages.Page;

/// <summary>What was sent, and the message that is looked at: a mail in a frame that can do nothing but open links, an SMS as a balloon.</summary>
static class MailboxPage
{
    public static async Task<IResult> ListAsync(Frame frame, HttpRequest request, MessageStore mailbox, CancellationToken cancellation)
    {
        var messages = await mailbox.AllAsync(cancellation);
        return frame.Show(request, "Mailbox", Html.Of($"""
            <h1>Mailbox</h1>
            {Lists.NewestFirst(messages.Count, "/local/mailbox.json")}
            {Newest(messages, Lists.Most)}
            """));
    }

    public static async Task<IResult> OneAsync(string id, Frame frame, HttpRequest request, MessageStore mailbox, CancellationToken cancellation) =>
        await mailbox.FindAsync(id, cancellation) is not { } message ? Results.NotFound() : frame.Show(request, Title(message), Html.Of($"""
            <div class="beside">
            <article>
            <h1>{Title(message)}</h1>
            <p class="quiet">{Channel(message)} {message.To}, {Moments.Of(message.SentAt)}</p>
            {(message.Html is { } markup ? Framed(markup) : Html.Empty)}
            {(message.Text is { } text ? Text(message, text) : Html.Empty)}
            </article>
            <aside aria-label="Mailbox">{Newest(await mailbox.AllAsync(cancellation), Lists.Most, id)}</aside>
            </div>
            """));

    public static Html Newest(IReadOnlyList<(string Id, MailboxMessage Message)> messages, int most, string? current = null) => messages.Count == 0
        ? new Html("""<p class="none">No mail and no SMS yet.</p>""")
        : Html.Of($"""<ul class="messages">{Html.Each(messages.Reverse().Take(most), entry => Line(entry.Id, entry.Message, entry.Id == current))}</ul>""");

    static Html Line(string id, MailboxMessage message, bool isCurrent) => Html.Of($"""
        <li><a href="/local/mailbox/{id}"{(isCurrent ? new Html(" aria-current=\"true\"") : Html.Empty)}>
        <strong>{message.Subject ?? message.Text}</strong> <span class="quiet">{Channel(message)} {message.To}, {Moments.Of(message.SentAt)}</span></a></li>
        """);

    static string Title(MailboxMessage message) => message.Subject ?? "SMS";

    static string Channel(MailboxMessage message) => message.Channel == MailboxMessage.Sms ? "SMS to" : "mail to";

    static Html Text(MailboxMessage message, string text) =>
        message.Channel == MailboxMessage.Sms ? Html.Of($"""<p class="balloon">{Links.Linked(text)}</p>""")
        : message.Html is null ? Html.Of($"<pre>{Links.Linked(text)}</pre>")
        : Html.Of($"<details><summary>As text</summary><pre>{Links.Linked(text)}</pre></details>");

    /// <summary>A link opens a tab of its own, as from a mail program; the frame has no origin, no script and no forms.</summary>
    static Html Framed(string markup) =>
        Html.Of($"""<iframe title="The message as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="{"<base target=\"_blank\">" + markup}"></iframe>""");
}
