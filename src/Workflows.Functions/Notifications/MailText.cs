using System.Globalization;
using System.Net;
using System.Resources;

namespace Workflows.Functions.Notifications;

/// <summary>The words of a mail: that something waits, and a link; or a code. Never a name, address, reason or note (NTA 7516), nor which organisation helps.</summary>
/// <param name="Sender">What a mailbox calls whom it comes from.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Plain">The whole text.</param>
/// <param name="Html">The same as a page.</param>
sealed record MailText(string Sender, string Subject, string Plain, string Html)
{
    static readonly ResourceManager Texts = new("Workflows.Functions.Notifications.Messages", typeof(MailText).Assembly);

    /// <param name="template">The template's code, for instance <c>offerWaiting</c>.</param>
    /// <param name="language"><c>nl</c> or <c>en</c>; every other one gets Dutch.</param>
    /// <param name="link">Opens what waits, behind the sign-in.</param>
    /// <exception cref="MissingManifestResourceException">There is no such template.</exception>
    public static MailText Of(string template, string language, Uri link)
    {
        var culture = CultureOf(language);
        var (subject, text, open, privacy) = (Text($"{template}.subject", culture), Text($"{template}.text", culture), Text("open", culture), Text("privacy", culture));
        return Signed(culture, subject, $"{text}\n\n{open}: {link}\n\n{privacy}", $"""
            <p>{Encoded(text)}</p>
            <p><a href="{Encoded(link.AbsoluteUri)}" style="color: #0b4f9e">{Encoded(open)}</a></p>
            <p>{Encoded(privacy)}</p>
            """);
    }

    /// <summary>What a message is about, in a few words; its code where there are none.</summary>
    public static string SubjectOf(string template, string language) => Texts.GetString($"{template}.subject", CultureOf(language)) ?? template;

    /// <summary>The mail with a sign-in code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="language"><c>nl</c> or <c>en</c>; every other one gets Dutch.</param>
    public static MailText OfCode(string code, string language)
    {
        var culture = CultureOf(language);
        var (subject, text, keep) = (Text("signInCode.subject", culture), Text("signInCode.text", culture), Text("signInCode.keep", culture));
        return Signed(culture, subject, $"{text}\n\n{code}\n\n{keep}", $"""
            <p>{Encoded(text)}</p>
            <p style="font-size: 2rem; letter-spacing: .15em"><strong>{Encoded(code)}</strong></p>
            <p>{Encoded(keep)}</p>
            """);
    }

    /// <summary>A text of a message, in the culture that a language gets.</summary>
    public static string Text(string name, string language) => Text(name, CultureOf(language));

    static CultureInfo CultureOf(string language) => CultureInfo.GetCultureInfo(language == "en" ? "en" : "nl");

    static string Text(string name, CultureInfo culture) => Texts.GetString(name, culture) ?? throw new MissingManifestResourceException($"There is no text {name} in {culture.Name}.");

    /// <summary>With a greeting and a signature, so that people see at a glance who writes.</summary>
    static MailText Signed(CultureInfo culture, string subject, string plain, string content)
    {
        var (sender, greeting, closing) = (Text("sender", culture), Text("greeting", culture), Text("closing", culture));
        return new(
            sender,
            subject,
            $"{greeting}\n\n{plain}\n\n{closing}\n{sender}\n",
            Page(culture, subject, $"""
            <p>{Encoded(greeting)}</p>
            {content}
            <p>{Encoded(closing)}<br>{Encoded(sender)}</p>
            """));
    }

    static string Page(CultureInfo culture, string subject, string content) => $"""
        <!DOCTYPE html>
        <html lang="{culture.Name}">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Encoded(subject)}</title></head>
        <body style="font: 1rem/1.5 sans-serif; color: #1a1a1a; background: #ffffff; max-width: 40rem; margin: 0 auto; padding: 1rem">
        <main>
        <h1 style="font-size: 1.25rem">{Encoded(subject)}</h1>
        {content}
        </main>
        </body>
        </html>
        """;

    static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
