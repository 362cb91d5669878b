using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;

namespace LocalRuntime.LocalPages.Mailbox;

/// <summary>What every call of the SendGrid API has in common: its key, and how a refusal looks.</summary>
static class SendGridAnswers
{
    /// <summary>The refusal of a call without an API key; null when there is one. Any key is good.</summary>
    public static IResult? RefuseWithoutKey(HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var authorization) && authorization is { Scheme: "Bearer", Parameter.Length: > 0 }
            ? null
            : Refuse(StatusCodes.Status401Unauthorized, new SendGridError("The request holds no API key.", null));

    public static IResult Refuse(int status, params SendGridError[] errors) => LocalJson.Answer(new { errors }, status);
}
