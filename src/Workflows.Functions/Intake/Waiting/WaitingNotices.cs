using System.Globalization;
using Workflows.Functions.Storage;
using Workflows.Referrals.Process;

namespace Workflows.Functions.Intake.Waiting;

/// <summary>Tells the coordinators that a submission waits for them: when it is parked, and every week until somebody has decided. The message says nothing about whom it is.</summary>
/// <remarks>Stored as an effect and left to the sweep: whoever parks answers a form tool, and must not wait for the bus.</remarks>
sealed class WaitingNotices(TimelineStore timeline)
{
    const int DaysBetween = 7;

    /// <summary>A submission is parked. Can be repeated: it is announced once.</summary>
    public Task AnnounceAsync(string organisation, string submission, CancellationToken cancellation = default) => StoreAsync(organisation, submission, 0, cancellation);

    /// <summary>It has waited for so long. Can be repeated: one message a week.</summary>
    public Task RemindAsync(string organisation, string submission, TimeSpan waited, CancellationToken cancellation = default) =>
        (int)waited.TotalDays / DaysBetween is > 0 and var week ? StoreAsync(organisation, submission, week, cancellation) : Task.CompletedTask;

    Task StoreAsync(string organisation, string submission, int week, CancellationToken cancellation)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{submission}.{week}.submissionWaiting");
        var notice = new SendMessage(key, new(new(RecipientKind.Coordinator, organisation), MessageKind.SubmissionWaiting));
        return timeline.StoreEffectAsync(submission, new(key, ReferralJson.Write((Effect)notice)), cancellation);
    }
}
