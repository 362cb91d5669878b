using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Audit;
using Workflows.Functions.Bus;
using Workflows.Functions.Intake.Waiting;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Intake.Claims;

/// <summary>
/// Takes in the referrals of the queue <c>referral-intake</c> as <c>POST /api/referrals</c> does. A message names a claim, and in its properties <c>source</c> and
/// <c>idempotency-key</c> who sends it and under which key; the submission itself lies encrypted where <see cref="PostClaim"/> put it.
/// </summary>
/// <remarks>What is refused is dead-lettered with codes as its reason. A message with any other body is emptied first: nothing personal stays in the queue or among its dead letters.</remarks>
sealed class TakeInClaim(WaitingSubmissions waiting, SubmissionDesk desk, ReferralIntake intake, SourceOfMessage sources, Outbox outbox)
{
    const string Source = "source";
    const string Key = "idempotency-key";

    [Function(nameof(TakeInClaim))]
    public async Task Run(
        [ServiceBusTrigger(Entities.Intake, Connection = Entities.Connection, AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        if (ClaimMessage.Read(message) is not { } claim)
        {
            await RefuseContentAsync(message, actions, cancellation);
            return;
        }

        try
        {
            if (await RefusalAsync(message, claim, client, cancellation) is { } refusal)
            {
                await actions.DeadLetterMessageAsync(message, deadLetterReason: refusal.Reason, deadLetterErrorDescription: refusal.Codes, cancellationToken: cancellation);
                return;
            }
        }
        catch (Exception failure) when ((StorageOutage.Explains(failure) || failure is AuditUnavailableException) && Outbox.MayBePostponed(message))
        {
            // Storage is away: the referral is fine, and waits for better times.
            await outbox.PostponeAsync(Entities.Intake, message, wanted: null, cancellation);
        }

        await actions.CompleteMessageAsync(message, cancellation);
    }

    /// <summary>The empty message in its place comes back here, and is the one that is put aside.</summary>
    async Task RefuseContentAsync(ServiceBusReceivedMessage message, ServiceBusMessageActions actions, CancellationToken cancellation)
    {
        if (message.Body.ToMemory().IsEmpty && message.ApplicationProperties.Count == 0)
        {
            await actions.DeadLetterMessageAsync(message, deadLetterReason: "no-claim", cancellationToken: cancellation);
            return;
        }

        await outbox.EmptyAsync(Entities.Intake, message, cancellation);
        await actions.CompleteMessageAsync(message, cancellation);
    }

    /// <summary>Makes the claimed submission a referral, or says why not; null when it is one.</summary>
    async Task<Refusal?> RefusalAsync(ServiceBusReceivedMessage message, string claim, DurableTaskClient client, CancellationToken cancellation)
    {
        if (await sources.FindAsync(Property(message, Source), cancellation) is not { } caller)
        {
            return new("unknown-source");
        }

        // Another source's claim is not there.
        switch (await waiting.FindAsync(WaitingPlace.Claimed(caller.Id, claim), cancellation))
        {
            case null:
                return new("unknown-claim");
            case { State: WaitingState.Expiring or WaitingState.Expired }:
                return new("claim-expired");
            case { State: WaitingState.Finished } done:
                await waiting.UseUpAsync(done, cancellation);   // what a kill may have left undone
                return null;
            case var row:
                return await SubmitAsync(row, caller, Property(message, Key) ?? claim, client, cancellation);
        }
    }

    async Task<Refusal?> SubmitAsync(WaitingRow row, Caller caller, string key, DurableTaskClient client, CancellationToken cancellation)
    {
        if (key.Length is 0 or > IdempotencyKey.Longest)
        {
            return new(ProblemKind.BadIdempotencyKey.Code);
        }

        var content = await waiting.ReadAsync(row, cancellation) ?? throw new InvalidOperationException("A claim that waits has no content.");
        var taken = await desk.TakeAsync(new JsonBody.Read(content.Submission), caller, complete: null, cancellation);
        if (taken.IsRefused)
        {
            return new(taken.Problem.Kind.Code, string.Join(' ', taken.Problem.Errors.Select(error => error.Rule.Code).Distinct()));
        }

        if ((await intake.SubmitAsync(caller, key, taken.Referral, client, cancellation)).Id is null)
        {
            return new(ProblemKind.IdempotencyConflict.Code);
        }

        await waiting.UseUpAsync(row, cancellation);
        return null;
    }

    static string? Property(ServiceBusReceivedMessage message, string name) => message.ApplicationProperties.TryGetValue(name, out var value) ? value as string : null;

    /// <summary>Why a message is put aside.</summary>
    /// <param name="Reason">As a code.</param>
    /// <param name="Codes">Of a wrong submission the codes of what is wrong with it. Not where: a field's name is the sender's.</param>
    sealed record Refusal(string Reason, string? Codes = null);
}
