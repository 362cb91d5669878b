using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Audit;
using Workflows.Functions.Commands;
using Workflows.Functions.Pages.Cases;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Functions.Security;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Pages.Practices;

/// <summary>All feedback that waits for a practice, and the click that says that it was seen.</summary>
sealed class FeedbackFunctions(Screens screens, ListStore lists, ReferralReader referrals, FeedbackOfCases feedback, CommandDesk desk)
{
    const string Command = "acknowledge-feedback";
    const string Page = "/praktijk/terugkoppelingen";

    /// <summary>Each is opened and recorded by itself.</summary>
    const int PageLength = 10;

    /// <summary><c>GET /praktijk/terugkoppelingen?na=</c>.</summary>
    [Function("ShowFeedback")]
    public async Task<IResult> Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "praktijk/terugkoppelingen")] HttpRequest request, CancellationToken cancellation)
    {
        var (caller, filters) = (request.Caller, new Filters(request));
        var page = await lists.ReadAsync(ReferralLists.UnseenByPractice(caller.Practice!), PageLength, filters[Filters.After], cancellation);
        var read = await Task.WhenAll(page.Rows.Select(async row =>
            await referrals.FindAsync(ReferralJson.ReadListed(row).Id, caller, AuditEvents.FeedbackRead, cancellation) is { } seen ? await feedback.OfAsync(seen, caller, cancellation) : null));
        return await screens.ShowAsync<FeedbackPage>(request, new
        {
            Waiting = (IReadOnlyList<FeedbackOfCase>)[.. read.OfType<FeedbackOfCase>().Where(one => one.Unseen.Count > 0)],
            Done = DoneTexts.Of(request, LanguageOfPages.Of(request)),
            Next = page.After is { } after ? filters.With(Filters.After, after) : null,
        });
    }

    /// <summary><c>POST /praktijk/{id}/terugkoppelingen</c>: all that stood on the page was seen. Given again, nothing changes.</summary>
    [Function("AcknowledgeFeedback")]
    public async Task<IResult> Acknowledge(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "praktijk/{id}/terugkoppelingen")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            return Problem.Of(ProblemKind.UnsupportedMediaType);
        }

        if (await referrals.FindAsync(id, request.Caller, AuditEvents.CommandGiven, cancellation) is not { } seen)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        var form = await request.ReadFormAsync(cancellation);
        var isVisible = true;
        foreach (var given in form["feedback"].Intersect(seen.Referral.Feedback.Where(known => !known.IsAcknowledged).Select(known => known.Id)))
        {
            var body = new JsonBody.Read(JsonSerializer.SerializeToElement(new { feedback = given }));
            var answer = await desk.TakeAsync(seen, request.Caller, Command, $"{given}.seen", () => Task.FromResult(body), client, cancellation);
            if (answer.Problem is { } problem)
            {
                return problem;
            }

            isVisible &= answer.IsVisible;
        }

        var isOnList = form[ReturnAddress.Query].ToString().Split('?')[0] == Page;
        return new SeeOther(DoneTexts.Address(isOnList ? Page : CaseAddress.Of(request.Caller, id), Command, isVisible));
    }
}
