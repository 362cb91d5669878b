using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LocalRuntime.LocalPages.Mailbox;

/// <summary>Stands in for SendGrid's Email Activity API, as far as a sender asks it for one of its own mails by a custom argument.</summary>
static partial class FakeEmailActivity
{
    public static void Map(IEndpointRouteBuilder local) => local.MapGet("/sendgrid/v3/messages", FindAsync);

    static async Task<IResult> FindAsync(string? query, HttpRequest request, MessageStore mailbox, CancellationToken cancellation)
    {
        if (SendGridAnswers.RefuseWithoutKey(request) is { } refusal)
        {
            return refusal;
        }

        if (Query().Match(query ?? "") is not { Success: true } asked)
        {
            return SendGridAnswers.Refuse(StatusCodes.Status400BadRequest, new SendGridError("Only a custom argument can be searched for here: unique_args['name']=\"value\".", "query"));
        }

        var found = (await mailbox.AllAsync(cancellation))
            .Where(entry => entry.Message.CustomArguments.GetValueOrDefault(asked.Groups["name"].Value) == asked.Groups["value"].Value)
            .Select(entry => new { msg_id = entry.Id, subject = entry.Message.Subject, to_email = entry.Message.To, status = "delivered", last_event_time = entry.Message.SentAt });
        return LocalJson.Answer(new { messages = found });
    }

    [GeneratedRegex("""^\(?unique_args\['(?<name>[^']+)'\]\s*=\s*"(?<value>[^"]+)"\)?$""")]
    private static partial Regex Query();
}
