using Azure;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Bus;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;

namespace Workflows.Functions.Intake;

/// <summary>Takes in the referrals of the queue <c>referral-intake</c> exactly as <c>POST /api/referrals</c> does: the body is the same, the properties <c>source</c> and <c>idempotency-key</c> say who sends it and under which key.</summary>
/// <remarks>What is refused is dead-lettered with codes as its reason: its content is personal and stands nowhere else.</remarks>
sealed class TakeInQueuedReferral(SubmissionDesk desk, ReferralIntake intake, SourceOfMessage sources, Outbox outbox)
{
    const string Source = "source";
    const string Key = "idempotency-key";
    const string UnknownSource = "unknown-source";

    [Function(nameof(TakeInQueuedReferral))]
    public async Task Run(
        [ServiceBusTrigger(Entities.Intake, Connection = Entities.Connection, AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        try
        {
            if (await sources.FindAsync(Property(message, Source), cancellation) is not { } caller)
            {
                await PutAsideAsync(message, actions, UnknownSource, null, cancellation);
                return;
            }

            if (await ProblemAsync(message, caller, client, cancellation) is { } problem)
            {
                await PutAsideAsync(message, actions, problem.Kind.Code, Codes(problem), cancellation);
                return;
            }
        }
        catch (RequestFailedException) when (Outbox.MayBePostponed(message))
        {
            // Storage is away: the referral is fine, and waits for better times.
            await outbox.PostponeAsync(Entities.Intake, message, wanted: null, cancellation);
        }

        await actions.CompleteMessageAsync(message, cancellation);
    }

    async Task<Problem?> ProblemAsync(ServiceBusReceivedMessage message, Caller caller, DurableTaskClient client, CancellationToken cancellation)
    {
        var key = Property(message, Key);
        if (key is { Length: 0 or > IdempotencyKey.Longest })
        {
            return Problem.Of(ProblemKind.BadIdempotencyKey, IdempotencyKey.Longest);
        }

        var body = message.Body.ToMemory();
        if (body.Length > SubmissionDesk.LargestBody)
        {
            return Problem.Of(ProblemKind.TooLarge, SubmissionDesk.LargestBody / 1024);
        }

        var taken = await desk.TakeAsync(JsonBody.Parse(body), caller, complete: null, cancellation);
        if (taken.IsRefused)
        {
            return taken.Problem;
        }

        var submitted = await intake.SubmitAsync(caller.Key, key, taken.Referral, client, cancellation);
        return submitted.Id is null ? Problem.Of(ProblemKind.IdempotencyConflict) : null;
    }

    static Task PutAsideAsync(ServiceBusReceivedMessage message, ServiceBusMessageActions actions, string reason, string? codes, CancellationToken cancellation) =>
        actions.DeadLetterMessageAsync(message, deadLetterReason: reason, deadLetterErrorDescription: codes, cancellationToken: cancellation);

    /// <summary>Codes alone: where a wrong field stands may be a name that its sender made up, and what stands in it is personal.</summary>
    static string? Codes(Problem problem) => problem.Errors.Count == 0 ? null : string.Join(' ', problem.Errors.Select(error => error.Rule.Code).Distinct());

    static string? Property(ServiceBusReceivedMessage message, string name) => message.ApplicationProperties.TryGetValue(name, out var value) ? value as string : null;
}
