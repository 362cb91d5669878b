using System.Globalization;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Commands;
using Workflows.Functions.Directory;
using Workflows.Functions.Referrals;
using Workflows.Functions.Storage;
using Workflows.Referrals.Commands;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Offer;

/// <summary>Tells every open referral whose worker is absent or gone: an offer then goes on to the next one, what was taken goes to the deputy. A completed one, whose aftercare is to come, hears of who is gone.</summary>
sealed class AbsentWorkers(ListStore lists, ReferralCommands commands, TimeProvider clock)
{
    static readonly ReferralStatus[] Statuses = [.. Enum.GetValues<ReferralStatus>().Where(status => !status.IsClosed), ReferralStatus.Completed];

    /// <summary>Looks through the organisation's referrals as its directory stands today. Can be repeated: a referral hears of one absence once, by the command's key.</summary>
    public async Task ReportAsync(Organisation organisation, DurableTaskClient client, CancellationToken cancellation = default)
    {
        var today = AmsterdamTime.DayOf(clock.GetUtcNow());
        foreach (var status in Statuses)
        {
            await foreach (var listed in lists.AllAsync(ReferralLists.OfStatus(organisation.Id, status), cancellation).Select(ReferralJson.ReadListed))
            {
                // A report that an objection makes ignored would be the only one: it waits until the answer.
                if (listed is { Worker: { } worker, IsRestricted: false } && AwaySince(organisation, worker, today, forGood: status.IsClosed) is { } since)
                {
                    var report = new CommandEnvelope($"{worker}.{since}.unavailable", Actor.Process, new ReportWorkerUnavailable(worker));
                    await commands.GiveAsync(listed.Id, report, fingerprint: null, client, cancellation);
                }
            }
        }
    }

    /// <summary>The first day of the absence, or <c>gone</c> for who is no longer in the directory; null for who is there, or comes back when only who is away <paramref name="forGood"/> counts.</summary>
    static string? AwaySince(Organisation organisation, string worker, DateOnly today, bool forGood) =>
        organisation.Worker(worker) is not { } known ? "gone"
        : known.Absences.FirstOrDefault(absence => absence.Includes(today) && !(forGood && absence.Until is not null)) is { } absence
            ? absence.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : null;
}
