using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Audit;
using Workflows.Functions.Directory;
using Workflows.Functions.Referrals;
using Workflows.Functions.Security;

namespace Workflows.Functions.Insights.Stories;

/// <summary><c>GET /api/insights/stories</c>: what clients and workers shared, for the coordinator, who approves with the command <c>approve-story</c> what may be read outside. Each is recorded as a look into a dossier.</summary>
sealed class GetStories(StoryReader stories, DirectoryStore directory, AuditTrail trail)
{
    [Function(nameof(GetStories))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/insights/stories")] HttpRequest request, CancellationToken cancellation)
    {
        var organisation = (await directory.OrganisationAsync(request.Caller.Organisation!, cancellation))!;
        List<ListedStory> standing = [.. await stories.ListAsync(organisation.Id, approved: false, cancellation), .. await stories.ListAsync(organisation.Id, approved: true, cancellation)];
        foreach (var referral in standing.Select(listed => listed.Referral).Distinct())
        {
            await trail.RecordAsync(AuditEvents.StoriesRead, request.Caller, organisation.Id, referral);
        }

        var read = new List<StandingStory>();
        foreach (var (referral, story) in standing)
        {
            if (await stories.ReadAsync(new(referral, story), organisation, cancellation) is { } text)
            {
                read.Add(new(story.Id, referral, story.By, story.At, story.IsApproved, text));
            }
        }

        return Results.Json(read, ReferralJson.Edge);
    }
}
