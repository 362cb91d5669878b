using System.Net;
using Microsoft.AspNetCore.WebUtilities;

namespace Workflows.Functions.Tests.Notifications;

/// <summary>Twilio's Messages API as far as the app sees it.</summary>
sealed class FakeTwilio : HttpMessageHandler
{
    /// <summary>Answers a message that was taken in.</summary>
    public Func<HttpResponseMessage> OnMessage { get; set; } = () => Answers(HttpStatusCode.Created, """{ "sid": "SM1", "status": "queued" }""");

    public List<(string Path, IReadOnlyDictionary<string, string> Form)> Messages { get; } = [];

    public static HttpResponseMessage Answers(HttpStatusCode status, string body = "{}") => new(status) { Content = new StringContent(body) };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var form = QueryHelpers.ParseQuery(await request.Content!.ReadAsStringAsync(cancellationToken)).ToDictionary(field => field.Key, field => field.Value.ToString());
        lock (Messages)
        {
            Messages.Add((request.RequestUri!.AbsolutePath, form));
            return OnMessage();
        }
    }
}
