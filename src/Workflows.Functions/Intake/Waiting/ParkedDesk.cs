using Microsoft.DurableTask.Client;
using Workflows.Functions.Audit;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Intake.Waiting;

/// <summary>What a coordinator does with a submission that waits, as a program asks for it or a page: finds it, makes it a referral once it is mended, or puts it away.</summary>
sealed class ParkedDesk(WaitingSubmissions waiting, SubmissionDesk desk, ReferralIntake intake, AuditTrail trail)
{
    /// <summary>Where the submission stands, and what is in it while it waits. Another organisation's is not there.</summary>
    public async Task<(WaitingRow Row, WaitingContent? Content)?> FindAsync(string id, Caller caller, CancellationToken cancellation) =>
        await waiting.FindAsync(WaitingPlace.Parked(caller.Organisation!, id), cancellation) is { } row ? (row, await waiting.ReadAsync(row, cancellation)) : null;

    /// <summary>Makes it a referral. Can be repeated.</summary>
    /// <returns>Why it does not become one; null when it does.</returns>
    public async Task<Problem?> SubmitAsync(WaitingRow row, WaitingContent content, JsonBody.Read mended, Caller caller, DurableTaskClient client, CancellationToken cancellation)
    {
        var taken = await desk.TakeAsync(mended, caller, complete: null, cancellation);
        if (taken.IsRefused)
        {
            return taken.Problem;
        }

        if (!await waiting.TakeAsync(row, cancellation))
        {
            return Problem.Of(ProblemKind.Conflict);
        }

        var whole = taken.Referral with { Dossier = taken.Referral.Dossier with { Unmapped = content.Unmapped } };
        await intake.StartAsync(row.Referral, whole, caller, AuditEvents.ParkedSubmitted, client, cancellation);
        await waiting.FinishAsync(row, cancellation);
        return null;
    }

    /// <summary>Puts it away for ever. Can be repeated.</summary>
    /// <returns>False when it is a referral by now.</returns>
    public async Task<bool> DiscardAsync(WaitingRow row, DiscardReason reason, Caller caller, CancellationToken cancellation)
    {
        await trail.RecordAsync(AuditEvents.ParkedDiscarded, caller, caller.Organisation, row.Referral);
        return await waiting.DiscardAsync(row, Code.Of(reason), cancellation);
    }
}
