using Workflows.Functions.Bus;
using Workflows.Functions.DeadLetters;
using Workflows.Functions.Directory;
using Workflows.Functions.Referrals;
using Workflows.Functions.Storage;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Operations;

/// <summary>Looks how the whole stands: what is open, what is late, what waits.</summary>
/// <param name="directory">The organisations.</param>
/// <param name="lists">Their referrals.</param>
/// <param name="marks">Referrals with stored work.</param>
/// <param name="deadLetters">Messages put aside.</param>
/// <param name="clock">The app's time, for deadlines.</param>
sealed class OperationsMeasurer(DirectoryStore directory, ListStore lists, PendingMarks marks, DeadLetterBox deadLetters, TimeProvider clock)
{
    static readonly ReferralStatus[] OpenStatuses = [.. Enum.GetValues<ReferralStatus>().Where(status => !status.IsClosed)];

    public async Task<OperationsSnapshot> MeasureAsync(CancellationToken cancellation)
    {
        var open = OpenStatuses.ToDictionary(status => status, _ => 0);
        var oldest = TimeSpan.Zero;
        foreach (var organisation in (await directory.AllAsync(cancellation)).Organisations)
        {
            foreach (var status in OpenStatuses)
            {
                await foreach (var row in lists.AllAsync(ReferralLists.OfStatus(organisation.Id, status), cancellation))
                {
                    open[status]++;
                    oldest = Longer(oldest, clock.GetUtcNow() - ReferralJson.ReadListed(row).Due);
                }
            }
        }

        var aside = await deadLetters.ListAsync(cancellation);
        return new(
            TimeProvider.System.GetUtcNow(),
            open,
            oldest,
            await marks.OldestAsync(cancellation),
            Entities.Received.ToDictionary(queue => queue, queue => aside.Count(letter => letter.Queue == queue)));
    }

    static TimeSpan Longer(TimeSpan one, TimeSpan? other) => other > one ? other.Value : one;
}
