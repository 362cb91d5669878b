using System.Net;
using System.Text.Json.Nodes;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace LocalRuntime.Tests.SendGrid;

public sealed class When_a_message_is_written
{
    readonly SendGridMessage message = MailHelper.CreateSingleEmail(
        new EmailAddress("from@example.org", "From"), new EmailAddress("to@example.org"), "Subject", "plain", "<p>html</p>");

    [Fact]
    public void It_is_the_JSON_of_the_v3_mail_API()
    {
        message.SetReplyTo(new EmailAddress("answer@example.org"));
        message.AddHeader("List-Unsubscribe", "<https://example.org>");
        message.AddCustomArg("effect", "r.1.offer");
        message.AddGlobalCustomArg("app", "workflows");

        AssertJson(
            """
            {
              "from": { "name": "From", "email": "from@example.org" },
              "personalizations": [{ "to": [{ "email": "to@example.org" }], "subject": "Subject",
                "headers": { "List-Unsubscribe": "<https://example.org>" }, "custom_args": { "effect": "r.1.offer" } }],
              "content": [{ "type": "text/plain", "value": "plain" }, { "type": "text/html", "value": "<p>html</p>" }],
              "custom_args": { "app": "workflows" },
              "reply_to": { "email": "answer@example.org" }
            }
            """);
    }

    [Fact]
    public void Plain_text_stands_before_HTML_however_they_were_added()
    {
        var turned = new SendGridMessage();
        turned.AddContent(MimeType.Html, "<p>html</p>");
        turned.AddContent(MimeType.Text, "plain");

        Assert.Equal(["text/plain", "text/html"], JsonNode.Parse(turned.Serialize())!["content"]!.AsArray().Select(part => (string)part!["type"]!));
    }

    [Fact]
    public void Markup_is_escaped_and_accents_stand_as_they_are()
    {
        message.SetSubject("<één>");

        Assert.Contains("\"subject\":\"\\u003Céén\\u003E\"", message.Serialize());
    }

    [Fact]
    public void The_two_bodies_as_properties_replace_the_contents()
    {
        message.PlainTextContent = "other";

        Assert.Equal("""[{"type":"text/plain","value":"other"}]""", JsonNode.Parse(message.Serialize())!["content"]!.ToJsonString());
    }

    [Fact]
    public void A_recipient_named_twice_is_written_once()
    {
        message.AddTo(new EmailAddress("TO@example.org"));

        Assert.Single(JsonNode.Parse(message.Serialize())!["personalizations"]![0]!["to"]!.AsArray());
    }

    [Fact]
    public void A_second_envelope_is_opened_by_the_next_index_only()
    {
        message.AddTo(new EmailAddress("second@example.org"), 1);

        Assert.Equal(2, message.Personalizations.Count);
        Assert.Throws<ArgumentException>(() => message.AddTo(new EmailAddress("late@example.org"), 3));
    }

    [Fact]
    public async Task It_is_posted_with_the_key_and_a_refusal_is_an_answer()
    {
        using var refusing = new Refusing();
        var client = new SendGridClient(new HttpClient(refusing), new SendGridClientOptions { ApiKey = "SG.key" });

        var answer = await client.SendEmailAsync(message);

        Assert.False(answer.IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal("POST https://api.sendgrid.com/v3/mail/send Bearer SG.key application/json", refusing.Asked);
    }

    [Fact]
    public void A_client_without_a_key_is_not_made() =>
        Assert.Throws<ArgumentNullException>(() => new SendGridClient(" "));

    void AssertJson(string expected) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(message.Serialize())), message.Serialize());

    sealed class Refusing : HttpMessageHandler
    {
        public string? Asked { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked = $"{request.Method} {request.RequestUri} {request.Headers.Authorization} {request.Content!.Headers.ContentType}";
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.TooManyRequests));
        }
    }
}
