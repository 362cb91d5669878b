namespace Workflows.Functions.Notifications;

/// <summary>The words of an SMS: who writes, the subject of the mail as a sentence, and a link. One message of 160 GSM-7 characters at most, with nothing personal in it.</summary>
static class SmsText
{
    public const int Longest = 160;

    /// <summary>The basic characters of GSM 03.38 that take one place each; any other one makes the whole message three times as long.</summary>
    const string Gsm7 =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    public static string Of(string template, string language, Uri link)
    {
        var (sender, about) = (MailText.Text("sender", language), MailText.Text($"{template}.subject", language));
        return $"{sender}: {char.ToLowerInvariant(about[0])}{about[1..]}{(about[^1] is '?' ? "" : ".")} {MailText.Text("open.sms", language)} {link}";
    }

    /// <summary>A sign-in code. The last line lets a phone offer to fill it in, on our own page alone (origin-bound one-time codes).</summary>
    public static string OfCode(string code, string language, Uri site) => $"{MailText.Text("sender", language)}: {MailText.Text("signInCode.sms", language)} {code}\n\n@{site.Host} #{code}";

    /// <summary>Whether it goes as one message.</summary>
    public static bool Fits(string text) => text.Length <= Longest && text.All(character => Gsm7.Contains(character, StringComparison.Ordinal));
}
