using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LocalRuntime.LocalPages.Mailbox;

/// <summary>Stands in for the SendGrid v3 mail/send API, so that the app's real sender runs: any key is good, mail goes to the mailbox.</summary>
static class FakeSendGrid
{
    public static void Map(IEndpointRouteBuilder local) => local.MapPost("/sendgrid/v3/mail/send", SendAsync);

    static async Task<IResult> SendAsync(HttpRequest request, HttpResponse response, MessageStore mailbox, TimeProvider clock, CancellationToken cancellation)
    {
        if (SendGridAnswers.RefuseWithoutKey(request) is { } refusal)
        {
            return refusal;
        }

        if (!request.HasJsonContentType())
        {
            return SendGridAnswers.Refuse(StatusCodes.Status415UnsupportedMediaType, new SendGridError("The content type must be application/json.", null));
        }

        if (await LocalBody.ReadAsync(request, cancellation) is not { } body)
        {
            return SendGridAnswers.Refuse(StatusCodes.Status413PayloadTooLarge, new SendGridError("The message is too large.", null));
        }

        SendGridError[] errors;
        try
        {
            errors = [.. SendGridRules.Errors(JsonElement.Parse(body))];
        }
        catch (JsonException)
        {
            errors = [new("The body is not JSON.", null)];
        }

        if (errors is not [])
        {
            return SendGridAnswers.Refuse(StatusCodes.Status400BadRequest, errors);
        }

        await mailbox.AddAsync(Mails(body, clock.GetUtcNow()), cancellation);
        response.Headers["X-Message-Id"] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(11));
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }

    static IEnumerable<MailboxMessage> Mails(byte[] body, DateTimeOffset now)
    {
        var mail = JsonSerializer.Deserialize<Mail>(body, JsonSerializerOptions.Web)!;
        return mail.Personalizations.Select(envelope => new MailboxMessage(
            MailboxMessage.Email,
            string.Join(", ", envelope.To.Select(to => to.Email)),
            envelope.Subject ?? mail.Subject,
            mail.Part("text/plain"),
            mail.Part("text/html"),
            now)
        {
            // The message's own hold for every envelope that does not say otherwise.
            CustomArguments = (mail.CustomArgs ?? []).Concat(envelope.CustomArgs ?? []).GroupBy(one => one.Key, one => one.Value).ToDictionary(one => one.Key, one => one.Last()),
        });
    }

    sealed record Mail(string? Subject, Envelope[] Personalizations, Content[] Content, [property: JsonPropertyName("custom_args")] Dictionary<string, string>? CustomArgs)
    {
        public string? Part(string type) => Content.FirstOrDefault(content => content.Type == type)?.Value;
    }

    sealed record Envelope(Recipient[] To, string? Subject, [property: JsonPropertyName("custom_args")] Dictionary<string, string>? CustomArgs);

    sealed record Recipient(string Email);

    sealed record Content(string Type, string Value);
}
