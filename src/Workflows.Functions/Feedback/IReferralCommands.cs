using Microsoft.DurableTask.Client;
using Workflows.Referrals.Commands;

namespace Workflows.Functions.Feedback;

/// <summary>Gives a referral a command: stored first, then raised.</summary>
interface IReferralCommands
{
    /// <summary>Answers once the command cannot be lost any more. The same key again is the same command.</summary>
    Task SendAsync(string referral, CommandEnvelope command, DurableTaskClient client, CancellationToken cancellation);
}
