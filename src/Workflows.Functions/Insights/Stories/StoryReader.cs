using Workflows.Functions.Directory;
using Workflows.Functions.Insights.Reports;
using Workflows.Functions.Intake;
using Workflows.Functions.Referrals;
using Workflows.Functions.Storage;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Insights.Disclosure;
using Workflows.Referrals.Insights.Stories;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Insights.Stories;

/// <summary>Reads what clients and workers shared, as long as it stands: a story that was taken back, or whose dossier was erased, is not there.</summary>
sealed class StoryReader(ListStore lists, DossierStore dossiers)
{
    /// <summary>More than anybody reads.</summary>
    const int Most = 20;

    /// <summary>The latest that were approved of those shared in a time, for everybody.</summary>
    public async Task<ValueList<StoryView>> ApprovedAsync(Organisation organisation, Period period, CancellationToken cancellation = default)
    {
        var views = new List<StoryView>();
        foreach (var listed in (await ListAsync(organisation.Id, approved: true, cancellation)).FindAll(listed => IsIn(period, DayOf(listed))).TakeLast(Most))
        {
            if (await ReadAsync(listed, organisation, cancellation) is { } text)
            {
                views.Add(new(listed.Story.By, new(DayOf(listed).Year, DayOf(listed).Month, 1), text));
            }
        }

        return [.. views];
    }

    /// <summary>Where those stand that were approved, or that nobody has approved yet; oldest first.</summary>
    public Task<List<ListedStory>> ListAsync(string organisation, bool approved, CancellationToken cancellation = default) =>
        lists.AllAsync(ReferralLists.Stories(organisation, approved), cancellation).Select(ReferralJson.ReadListedStory).ToListAsync(cancellation).AsTask();

    /// <summary>The words as others read them: who approves them sees what will be shown.</summary>
    /// <returns>Null when it was taken back, or the dossier was erased.</returns>
    public async Task<string?> ReadAsync(ListedStory listed, Organisation organisation, CancellationToken cancellation = default)
    {
        var sections = await dossiers.ReadAllAsync(listed.Referral, cancellation);
        if (!sections.TryGetValue(listed.Story.Text, out var text))
        {
            return null;
        }

        var client = DossierSections.Read<ClientDetails>(sections[DossierSection.Client]);
        var referrer = DossierSections.Read<ReferrerDetails>(sections[DossierSection.Referrer]);
        return Nameless.Of(text, [client.GivenName, client.FamilyName, referrer.Name, .. organisation.Workers.Select(worker => worker.Name)]);
    }

    static DateOnly DayOf(ListedStory listed) => AmsterdamTime.DayOf(listed.Story.At);

    static bool IsIn(Period period, DateOnly day) => period.From <= day && day <= period.Through;
}
