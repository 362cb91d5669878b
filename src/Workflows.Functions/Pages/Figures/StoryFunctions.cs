using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Audit;
using Workflows.Functions.Commands;
using Workflows.Functions.Insights.Stories;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Functions.Security;

namespace Workflows.Functions.Pages.Figures;

/// <summary>What clients and workers shared: the coordinator reads it and says what others may read beside the figures.</summary>
sealed class StoryFunctions(Screens screens, CoordinatorStories stories, ReferralReader referrals, CommandDesk desk)
{
    public const string Address = "/inzicht/verhalen";

    const string DoneQuery = "gedaan";
    const string Gone = "gone";

    static readonly string[] Decisions = ["approve-story", "withdraw-story"];

    /// <summary><c>GET /inzicht/verhalen</c>.</summary>
    [Function("ShowStories")]
    public async Task<IResult> Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "inzicht/verhalen")] HttpRequest request, CancellationToken cancellation) =>
        await screens.ShowAsync<StoriesPage>(request, new
        {
            Stories = await stories.ReadAsync(request.Caller, cancellation),
            Done = request.Query[DoneQuery].ToString() is var done && (Decisions.Contains(done) || done == Gone) ? done : null,
        });

    /// <summary><c>POST /inzicht/verhalen</c>: a story is approved, or taken away.</summary>
    [Function("DecideStory")]
    public async Task<IResult> Decide(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "inzicht/verhalen")] HttpRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            return Problem.Of(ProblemKind.UnsupportedMediaType);
        }

        var form = await request.ReadFormAsync(cancellation);
        if (form["decision"].ToString() is not { } decision || !Decisions.Contains(decision))
        {
            return Problem.Of(ProblemKind.BadRequest);
        }

        if (await referrals.FindAsync(form["referral"].ToString(), request.Caller, AuditEvents.CommandGiven, cancellation) is not { } seen)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        var body = new JsonBody.Read(JsonSerializer.SerializeToElement(new { story = form["story"].ToString() }));
        var answer = await desk.TakeAsync(seen, request.Caller, decision, idempotencyKey: null, () => Task.FromResult(body), client, cancellation);

        // Whoever told it may take it back at the same moment.
        return answer.Problem is { } problem ? problem : new SeeOther($"{Address}?{DoneQuery}={(answer.Refusal is null ? decision : Gone)}");
    }
}
