using Workflows.Functions.Notifications;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Notifications;

public sealed class The_words_of_a_message
{
    static readonly Uri Link = new("https://app.example/go/token?a=1&b=2");

    public static TheoryData<string> Templates => [.. Enum.GetValues<MessageKind>().Select(Code.Of).Concat([Notification.FeedbackWaiting, Notification.Undeliverable, Notification.AftercareForClient, Notification.HandoverForClient])];

    [Theory]
    [MemberData(nameof(Templates))]
    public void Are_there_in_Dutch_and_in_English(string template)
    {
        var (dutch, english) = (MailText.Of(template, "nl", Link), MailText.Of(template, "en", Link));

        Assert.NotEqual(dutch.Subject, english.Subject);
        Assert.NotEqual(dutch.Plain, english.Plain);
        Assert.All([dutch, english], text => Assert.Contains(Link.AbsoluteUri, text.Plain, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Say_the_same_on_the_page_as_in_the_plain_text(string template)
    {
        var text = MailText.Of(template, "nl", Link);

        Assert.Contains($"<html lang=\"nl\">", text.Html, StringComparison.Ordinal);
        Assert.Contains($"<title>{System.Net.WebUtility.HtmlEncode(text.Subject)}</title>", text.Html, StringComparison.Ordinal);
        Assert.All(text.Plain.Split('\n').Where(line => !line.Contains("https:", StringComparison.Ordinal)), line => Assert.Contains(System.Net.WebUtility.HtmlEncode(line), text.Html, StringComparison.Ordinal));
        Assert.Contains("href=\"https://app.example/go/token?a=1&amp;b=2\"", text.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Greet_and_tell_who_writes(string template)
    {
        var text = MailText.Of(template, "nl", Link);

        Assert.Equal("Welzijn op Recept", text.Sender);
        Assert.StartsWith("Goedendag,\n\n", text.Plain, StringComparison.Ordinal);
        Assert.EndsWith("\n\nMet vriendelijke groet,\nWelzijn op Recept\n", text.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void In_an_SMS_are_one_sentence_that_ends_before_the_link()
    {
        Assert.Equal($"Welzijn op Recept: er staat een vragenlijst voor u klaar. Log in op {Link}", SmsText.Of(Notification.AftercareForClient, "nl", Link));
        Assert.Equal($"Welzijn op Recept: hoe gaat het met een lopende verwijzing? Log in op {Link}", SmsText.Of("supportReminder", "nl", Link));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void In_an_SMS_tell_who_writes_and_where_to_sign_in(string template)
    {
        Assert.Matches(@"^Welzijn op Recept: \p{Ll}[^:?.]*[?.] Log in op https:", SmsText.Of(template, "nl", Link));
        Assert.Matches(@"^Social prescribing: \p{Ll}[^:?.]*[?.] Sign in at https:", SmsText.Of(template, "en", Link));
    }

    [Fact]
    public void With_a_code_say_the_code_and_nothing_of_whose_it_is()
    {
        var (dutch, english) = (MailText.OfCode("012345", "nl"), MailText.OfCode("012345", "en"));

        Assert.NotEqual(dutch.Subject, english.Subject);
        Assert.All([dutch, english], text => Assert.Contains("012345", text.Plain, StringComparison.Ordinal));
        Assert.All([dutch, english], text => Assert.Contains("<strong>012345</strong>", text.Html, StringComparison.Ordinal));
        Assert.EndsWith("\n\n@app.example #012345", SmsText.OfCode("012345", "nl", Link), StringComparison.Ordinal);
    }

    [Fact]
    public void Are_Dutch_where_the_language_is_unknown() =>
        Assert.Equal(MailText.Of("receipt", "nl", Link), MailText.Of("receipt", "fy", Link));

    [Fact]
    public void Are_not_made_up_for_a_template_that_does_not_exist() =>
        Assert.ThrowsAny<Exception>(() => MailText.Of("noSuchTemplate", "nl", Link));
}
