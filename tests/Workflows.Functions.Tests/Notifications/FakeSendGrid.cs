using System.Net;
using System.Text.Json;

namespace Workflows.Functions.Tests.Notifications;

/// <summary>SendGrid as far as the app sees it: takes mails, and tells which ones it took.</summary>
sealed class FakeSendGrid : HttpMessageHandler
{
    /// <summary>Answers a mail; the second argument takes it in.</summary>
    public Func<JsonElement, Action, HttpResponseMessage> OnMail { get; set; } = Accepts;

    /// <summary>What a question about a mail is answered with; null tells the truth.</summary>
    public HttpStatusCode? OnQuestion { get; set; }

    public List<JsonElement> Mails { get; } = [];

    public int Calls { get; private set; }

    public static HttpResponseMessage Accepts(JsonElement mail, Action take)
    {
        take();
        var answer = new HttpResponseMessage(HttpStatusCode.Accepted);
        answer.Headers.Add("X-Message-Id", "message-1");
        return answer;
    }

    public static Func<JsonElement, Action, HttpResponseMessage> Answers(HttpStatusCode status) => (_, _) => new(status);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Get)
        {
            var key = Uri.UnescapeDataString(request.RequestUri!.Query).Split('"')[1];
            return OnQuestion is { } status
                ? new(status)
                : new(HttpStatusCode.OK) { Content = new StringContent($$"""{"messages":[{{string.Join(',', Mails.Where(mail => KeyOf(mail) == key).Select(_ => "{}"))}}]}""") };
        }

        var body = JsonDocument.Parse(await request.Content!.ReadAsStringAsync(cancellationToken)).RootElement;
        lock (Mails)
        {
            Calls++;
            return OnMail(body, () => Mails.Add(body));
        }
    }

    public static string? KeyOf(JsonElement mail) => mail.GetProperty("custom_args").GetProperty("effect").GetString();
}
