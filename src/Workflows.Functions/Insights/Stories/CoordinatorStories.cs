using Workflows.Functions.Audit;
using Workflows.Functions.Directory;
using Workflows.Functions.Referrals;
using Workflows.Functions.Security;

namespace Workflows.Functions.Insights.Stories;

/// <summary>What was shared and not taken back, as the coordinator reads it, who approves what may be read outside. Each is recorded as a look into a dossier.</summary>
sealed class CoordinatorStories(StoryReader stories, DirectoryStore directory, AuditTrail trail)
{
    /// <summary>Those that wait first, oldest first.</summary>
    public async Task<IReadOnlyList<StandingStory>> ReadAsync(Caller coordinator, CancellationToken cancellation = default)
    {
        var organisation = (await directory.OrganisationAsync(coordinator.Organisation!, cancellation))!;
        List<ListedStory> standing = [.. await stories.ListAsync(organisation.Id, approved: false, cancellation), .. await stories.ListAsync(organisation.Id, approved: true, cancellation)];
        foreach (var referral in standing.Select(listed => listed.Referral).Distinct())
        {
            await trail.RecordAsync(AuditEvents.StoriesRead, coordinator, organisation.Id, referral);
        }

        var read = new List<StandingStory>();
        foreach (var listed in standing)
        {
            if (await stories.ReadAsync(listed, organisation, cancellation) is { } text)
            {
                read.Add(new(listed.Story.Id, listed.Referral, listed.Story.By, listed.Story.At, listed.Story.IsApproved, text));
            }
        }

        return read;
    }

    /// <summary>How many wait. Nobody's words are read for that.</summary>
    public async Task<int> WaitingAsync(string organisation, CancellationToken cancellation = default) => (await stories.ListAsync(organisation, approved: false, cancellation)).Count;
}
