using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Commands;
using Workflows.Referrals.Commands;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Feedback;

/// <summary>Tells the referral what became of its feedback.</summary>
sealed class ReportFeedback(ReferralCommands commands, ILogger<ReportFeedback> logger)
{
    [Function(nameof(ReportFeedback))]
    public async Task Run([ActivityTrigger] FeedbackReport report, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (report.Channel is null)
        {
            logger.FeedbackIsUndeliverable(report.Feedback);
        }

        await commands.GiveAsync(
            report.Referral,
            new($"{report.Feedback}.report", Actor.Process, report.Channel is { } channel ? new ReportFeedbackDelivered(report.Feedback, channel) : new ReportFeedbackUndeliverable(report.Feedback)),
            fingerprint: null,
            client,
            cancellation);
    }
}

/// <summary>What became of feedback.</summary>
/// <param name="Feedback">The feedback's id.</param>
/// <param name="Referral">The referral's id.</param>
/// <param name="Channel">How it arrived; null when it did not.</param>
public sealed record FeedbackReport(string Feedback, string Referral, FeedbackChannel? Channel);
