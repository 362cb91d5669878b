using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Workflows.Referrals.Commands;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions;

/// <summary>The durable shell around one referral: waits for the next happening, lets the domain decide, commits the answer.</summary>
static class ReferralOrchestrator
{
    /// <summary>Turns after which the history starts afresh, so that a referral of years loads as fast as a new one.</summary>
    const int TurnsPerHistory = 25;

    /// <summary>Runs from the submission until the person's data are erased. Closed is a status, not an end: acknowledgement, reopening, aftercare and retention come later.</summary>
    /// <param name="context">The instance; its id is the referral's.</param>
    /// <param name="referral">The referral as it was submitted, or as the history before this one left it.</param>
    [Function(nameof(ReferralOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, Referral referral)
    {
        // One waiter, kept across turns: a cancelled waiter would still swallow the next command.
        // A sealed envelope: event payloads are written by their runtime type, so that a derived type alone would lose its discriminator.
        var command = context.WaitForExternalEvent<CommandEnvelope>(CommandEnvelope.EventName);

        for (var turn = 0; !referral.IsErased; turn++)
        {
            if (turn >= TurnsPerHistory && !command.IsCompleted)
            {
                context.ContinueAsNew(referral);
                return;
            }

            var decision = referral.Handle(await NextHappening());
            await context.CallActivityAsync(nameof(CommitTurn), decision, Retries.UntilItWorks);
            referral = decision.Referral;
        }

        async Task<Happening> NextHappening()
        {
            if (referral.Sequence == 0)
            {
                return Happening.Submitted(context.CurrentUtcDateTime);
            }

            // What only the tables can answer (rank the candidates, find a free slot) comes before anything else.
            if (referral.OpenQuestion is { } question)
            {
                var answer = await context.CallActivityAsync<Answer>(nameof(AnswerQuestion), question, Retries.UntilItWorks);
                return Happening.Answered(answer, context.CurrentUtcDateTime);
            }

            if (!command.IsCompleted && referral.NextDeadline is { } deadline)
            {
                using var tooLate = new CancellationTokenSource();
                var timer = context.CreateTimer(deadline.At.UtcDateTime, tooLate.Token);
                if (await Task.WhenAny(command, timer) == timer)
                {
                    return Happening.DeadlinePassed(deadline, context.CurrentUtcDateTime);
                }

                tooLate.Cancel();   // not CancelAsync: only durable tasks may be awaited here
            }

            var arrived = await command;
            command = context.WaitForExternalEvent<CommandEnvelope>(CommandEnvelope.EventName);
            return Happening.CommandArrived(arrived, context.CurrentUtcDateTime);
        }
    }
}
