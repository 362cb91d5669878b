using LocalRuntime.LocalPages.Mailbox;
using Microsoft.AspNetCore.Http;

namespace LocalRuntime.LocalPages.Page;

/// <summary>One message: its text, and its HTML in a frame that can do nothing but open links.</summary>
static class MessagePage
{
    public static IResult Of(MailboxMessage message) => HtmlPage.Of(message.Subject ?? "SMS", Html.Of($"""
        <header><p><a href="/local#mailbox">Mailbox</a></p><h1>{message.Subject ?? "SMS"}</h1></header>
        <main id="main" tabindex="-1">
        <dl>
        <dt>To</dt><dd>{message.To}</dd>
        <dt>Channel</dt><dd>{message.Channel}</dd>
        <dt>Sent</dt><dd>{Moments.Of(message.SentAt)}</dd>
        </dl>
        {Text(message.Text)}
        {Framed(message.Html)}
        </main>
        """));

    static Html Text(string? text) => text is null ? Html.Empty : Html.Of($"<h2>Text</h2><pre>{Links.Linked(text)}</pre>");

    /// <summary>A link opens a tab of its own, as from a mail program; the frame has no origin, no script and no forms.</summary>
    static Html Framed(string? markup) => markup is null
        ? Html.Empty
        : Html.Of($"""<h2>HTML</h2><iframe title="The message as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="{"<base target=\"_blank\">" + markup}"></iframe>""");
}
