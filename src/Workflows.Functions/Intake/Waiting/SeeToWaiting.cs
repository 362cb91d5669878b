using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Workflows.Functions.Intake.Waiting;

/// <summary>Each night: reminds of what still waits for a coordinator, and erases what waited too long.</summary>
sealed class SeeToWaiting(WaitingSubmissions waiting, WaitingNotices notices, TimeProvider clock, ILogger<SeeToWaiting> logger)
{
    [Function(nameof(SeeToWaiting))]
    public async Task Run([TimerTrigger("0 30 2 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await foreach (var row in waiting.UndecidedAsync(cancellation))
        {
            if (row.ExpiresAt <= now)
            {
                await waiting.ExpireAsync(row, cancellation);
                Logs.SubmissionExpired(logger, row.Referral, row.Source);
            }
            else if (row.Place.Organisation is { } organisation)
            {
                await notices.RemindAsync(organisation, row.Referral, now - row.ReceivedAt, cancellation);
            }
        }
    }
}
