using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Audit;
using Workflows.Functions.Commands;
using Workflows.Functions.Notifications;
using Workflows.Functions.Pages;
using Workflows.Functions.Pages.Cases;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;
using Workflows.Functions.Storage;
using Workflows.Referrals.Commands;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Feedback;

/// <summary>
/// The link of a feedback: somebody of the practice, signed in, says that it was seen. Opening it only leads to the page of the referral, where the feedback is read
/// and one click says so, because mail scanners open links too.
/// </summary>
sealed class AcknowledgeByLink(LinkTokens links, TimelineStore timeline, ReferralCommands commands, AuditTrail trail)
{
    const string Command = "acknowledge-feedback";

    static readonly string Acknowledging = AuditEvents.Command(Command);

    [Function(nameof(AcknowledgeByLink))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "acknowledge/{token}")] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        if (await links.ReadAsync(token, LinkToken.Acknowledge, cancellation) is not { } link)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        if (await timeline.ReadSummaryAsync(link.Referral, cancellation) is not { } summary
            || ReferralJson.ReadReferral(summary) is not { } referral || referral.Practice != request.Caller.Practice)
        {
            await trail.RecordAsync(Acknowledging, request.Caller, organisation: null, link.Referral, AuditRefusals.NotTheirs);
            return Problem.Of(ProblemKind.NotFound);
        }

        if (referral.IsErased)
        {
            return Problem.Of(ProblemKind.LinkExpired);
        }

        var page = CaseAddress.Of(request.Caller, link.Referral);
        if (HttpMethods.IsGet(request.Method) || !referral.Feedback.Any(given => given.Id == link.Effect && given is { IsAcknowledged: false, IsPast: false }))
        {
            return new SeeOther(page);
        }

        await trail.RecordAsync(Acknowledging, request.Caller, referral.Organisation, referral.Id);
        CommandEnvelope seen = new($"{link.Effect}.acknowledged", new(Role.Referrer, request.Caller.Practice!), new AcknowledgeFeedback(link.Effect));
        await commands.GiveAsync(link.Referral, seen, fingerprint: null, client, cancellation);
        return new SeeOther(DoneTexts.Address(page, Command, isVisible: true));
    }
}
