using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Directory;
using Workflows.Referrals.Deadlines;

namespace Workflows.Functions.Offer;

/// <summary>A planned absence begins without anybody changing the directory: each working morning the referrals hear who is away.</summary>
sealed class ReportAbsentWorkers(DirectoryStore directory, AbsentWorkers workers, TimeProvider clock)
{
    /// <summary>05:00 UTC is 06:00 or 07:00 in Amsterdam: before the messages of the day leave.</summary>
    [Function(nameof(ReportAbsentWorkers))]
    public async Task Run([TimerTrigger("0 0 5 * * 1-5")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var today = AmsterdamTime.DayOf(clock.GetUtcNow());
        directory.Forget();
        foreach (var organisation in (await directory.AllAsync(cancellation)).Organisations)
        {
            if (new WorkCalendar(organisation.ClosingDays).IsWorkingDay(today))
            {
                await workers.ReportAsync(organisation, client, cancellation);
            }
        }
    }
}
