using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Security;

namespace Workflows.Functions.Insights.Stories;

/// <summary><c>GET /api/insights/stories</c>: what clients and workers shared, for the coordinator, who approves with the command <c>approve-story</c> what may be read outside.</summary>
sealed class GetStories(CoordinatorStories stories)
{
    [Function(nameof(GetStories))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/insights/stories")] HttpRequest request, CancellationToken cancellation) =>
        Results.Json(await stories.ReadAsync(request.Caller, cancellation), ReferralJson.Edge);
}
