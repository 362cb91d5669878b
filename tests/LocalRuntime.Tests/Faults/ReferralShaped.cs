using Microsoft.DurableTask;

namespace LocalRuntime.Tests.Faults;

/// <summary>
/// An orchestration of the shape of a referral: waits for commands or a deadline, commits one turn after the other under keys, continues as new,
/// and at its end notifies twice at once and has a sub-orchestration give feedback.
/// </summary>
static class ReferralShaped
{
    public const string Orchestrator = "Referral";
    public const string Command = "command";
    const string Commit = "Commit";
    const string Feedback = "Feedback";
    const int TurnsPerHistory = 3;

    static readonly TaskOptions UntilItWorks = TaskOptions.FromRetryPolicy(new RetryPolicy(1_000, TimeSpan.FromSeconds(10), 2, TimeSpan.FromMinutes(10)));

    public static void AddTo(DurableTaskRegistry tasks, Func<Effect, Task> take) => tasks
        .AddOrchestratorFunc<Referral, string>(Orchestrator, RunAsync)
        .AddOrchestratorFunc<string, string>(Feedback, (context, key) => GiveFeedbackAsync(context, key))
        .AddActivityFunc<Effect>(Commit, (_, effect) => take(effect));

    static async Task<string> RunAsync(TaskOrchestrationContext context, Referral referral)
    {
        var command = context.WaitForExternalEvent<Envelope>(Command);
        for (var turn = 0; referral.Handled.Length < referral.Commands; turn++)
        {
            if (turn >= TurnsPerHistory && !command.IsCompleted)
            {
                context.ContinueAsNew(referral);
                return "continued";
            }

            using var tooLate = new CancellationTokenSource();
            var deadline = context.CreateTimer(TimeSpan.FromDays(1), tooLate.Token);
            string what;
            if (await Task.WhenAny(command, deadline) == deadline)
            {
                what = "deadline";
            }
            else
            {
                tooLate.Cancel();
                what = (await command).Key;
                command = context.WaitForExternalEvent<Envelope>(Command);
                if (referral.Handled.Contains(what))
                {
                    continue;
                }

                referral = referral with { Handled = [.. referral.Handled, what] };
            }

            await context.CallActivityAsync(Commit, new Effect($"{context.InstanceId}.{referral.Sequence}", what), UntilItWorks);
            referral = referral with { Sequence = referral.Sequence + 1 };
        }

        await Task.WhenAll(
            context.CallActivityAsync(Commit, new Effect($"{context.InstanceId}.worker", "notified"), UntilItWorks),
            context.CallActivityAsync(Commit, new Effect($"{context.InstanceId}.referrer", "notified"), UntilItWorks));
        var feedback = $"{context.InstanceId}.feedback";
        return await context.CallSubOrchestratorAsync<string>(Feedback, feedback, new SubOrchestrationOptions(instanceId: feedback));
    }

    static async Task<string> GiveFeedbackAsync(TaskOrchestrationContext context, string key)
    {
        await context.CallActivityAsync(Commit, new Effect(key, "given"), UntilItWorks);
        await context.CreateTimer(TimeSpan.FromHours(3), CancellationToken.None);
        return "acknowledged";
    }

    public sealed record Referral(int Commands, int Sequence, string[] Handled);

    public sealed record Envelope(string Key);

    public sealed record Effect(string Key, string What);
}
