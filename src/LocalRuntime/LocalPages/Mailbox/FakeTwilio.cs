using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LocalRuntime.LocalPages.Mailbox;

/// <summary>Stands in for Twilio's Messages API, so that the app's real sender runs: any token is good, an SMS goes to the mailbox.</summary>
static partial class FakeTwilio
{
    public static void Map(IEndpointRouteBuilder local) => local.MapPost("/twilio/2010-04-01/Accounts/{account}/Messages.json", SendAsync);

    static async Task<IResult> SendAsync(string account, HttpRequest request, MessageStore mailbox, TimeProvider clock, CancellationToken cancellation)
    {
        if (!IsAuthorized(request, account))
        {
            return Refuse(StatusCodes.Status401Unauthorized, 20003, "The account and its token are required.");
        }

        if (!request.HasFormContentType)
        {
            return Refuse(StatusCodes.Status400BadRequest, 21604, "To is required, form-encoded.");
        }

        var form = await request.ReadFormAsync(cancellation);
        string to = form["To"].ToString(), body = form["Body"].ToString(), from = form["From"].ToString(), service = form["MessagingServiceSid"].ToString();
        if (Wrong(to, body, from, service) is var (code, explanation))
        {
            return Refuse(StatusCodes.Status400BadRequest, code, explanation);
        }

        var now = clock.GetUtcNow();
        await mailbox.AddAsync([new MailboxMessage(MailboxMessage.Sms, to, null, body, null, now)], cancellation);
        return LocalJson.Answer(Accepted(account, to, body, from, service, now), StatusCodes.Status201Created);
    }

    static bool IsAuthorized(HttpRequest request, string account) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var authorization)
        && authorization is { Scheme: "Basic", Parameter: { } encoded }
        && Credentials(encoded) is [var user, { Length: > 0 }]
        && user == account;

    static string[] Credentials(string encoded)
    {
        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) : [];
    }

    /// <summary>The code of Twilio's error dictionary and its explanation; null when nothing is wrong.</summary>
    static (int Code, string Explanation)? Wrong(string to, string body, string from, string service) => true switch
    {
        _ when to is "" => (21604, "To is required."),
        _ when !InternationalNumber().IsMatch(to) => (21211, "To is not a phone number in E.164 form."),
        _ when from is "" && service is "" => (21603, "From or MessagingServiceSid is required."),
        _ when body is "" => (21602, "Body is required."),
        _ when body.Length > 1600 => (21617, "Body is longer than 1600 characters."),
        _ => null,
    };

    static object Accepted(string account, string to, string body, string from, string service, DateTimeOffset now)
    {
        var sid = $"SM{Guid.NewGuid():N}";
        return new
        {
            sid,
            account_sid = account,
            messaging_service_sid = service is "" ? null : service,
            to,
            from = from is "" ? null : from,
            body,
            status = "queued",
            direction = "outbound-api",
            num_segments = "1",
            num_media = "0",
            error_code = (int?)null,
            error_message = (string?)null,
            date_created = now.ToString("R"),
            date_updated = now.ToString("R"),
            date_sent = (string?)null,
            price = (string?)null,
            price_unit = "USD",
            api_version = "2010-04-01",
            uri = $"/2010-04-01/Accounts/{account}/Messages/{sid}.json",
        };
    }

    static IResult Refuse(int status, int code, string message) =>
        LocalJson.Answer(new { code, message, more_info = $"https://www.twilio.com/docs/errors/{code}", status }, status);

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}\z")]
    private static partial Regex InternationalNumber();
}
