using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Audit;
using Workflows.Functions.Directory;
using Workflows.Functions.Notifications;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;
using Workflows.Functions.Storage;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Coordinate;

/// <summary>Messages that reached nobody, until the coordinator has seen to them.</summary>
sealed class UndeliveredFunctions(Screens screens, UndeliveredMessages messages, DirectoryStore directory, AuditTrail trail)
{
    const string Address = "/regie/berichten";
    const string DoneQuery = "gedaan";
    const int PageLength = 50;

    /// <summary><c>GET /regie/berichten?na=</c>.</summary>
    [Function("ListUndelivered")]
    public async Task<IResult> Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "regie/berichten")] HttpRequest request, CancellationToken cancellation)
    {
        var (caller, language, filters) = (request.Caller, LanguageOfPages.Of(request), new Filters(request));
        await trail.RecordAsync(AuditEvents.ListRead, caller, caller.Organisation);
        var organisation = await directory.OrganisationAsync(caller.Organisation!, cancellation);
        var (page, after) = await messages.ReadAsync(caller.Organisation!, PageLength, filters[Filters.After], cancellation);
        return await screens.ShowAsync<UndeliveredPage>(request, new
        {
            Messages = (IReadOnlyList<UndeliveredItem>)
            [
                .. from message in page
                   select new UndeliveredItem(
                       message.Row, message.At, MailText.SubjectOf(message.Template, language.Code), RecipientTexts.Of(message.To, practice: null, organisation, language),
                       message.To.Kind == RecipientKind.Worker && organisation?.Worker(message.To.Id) is not null ? $"/gids/{organisation.Id}/mensen/{message.To.Id}" : null,
                       LinkedPage.Of(Role.Coordinator, new LinkedMessage(message.Referral, message.Key).Target)),
            ],
            Next = after is null ? null : filters.With(Filters.After, after),
            IsDone = filters[DoneQuery] is not null,
        });
    }

    /// <summary><c>POST /regie/berichten</c>: it is seen to.</summary>
    [Function("SettleUndelivered")]
    public async Task<IResult> Settle([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "regie/berichten")] HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            return Problem.Of(ProblemKind.UnsupportedMediaType);
        }

        if ((await request.ReadFormAsync(cancellation))["row"].ToString() is not { Length: > 0 } row || !TableKey.IsValid(row))
        {
            return Problem.Of(ProblemKind.BadRequest);
        }

        await messages.RemoveAsync(request.Caller.Organisation!, row, cancellation);
        return new SeeOther($"{Address}?{DoneQuery}=1");
    }
}

/// <summary>A message that reached nobody.</summary>
/// <param name="Row">By which it is taken off the list.</param>
/// <param name="At">When it was first tried.</param>
/// <param name="About">What it was about.</param>
/// <param name="To">Who was to get it.</param>
/// <param name="Person">Where the address of that person is kept; null where that is not in the directory.</param>
/// <param name="Subject">Where what it was about is shown.</param>
public sealed record UndeliveredItem(string Row, DateTimeOffset At, string About, string To, string? Person, string Subject);
