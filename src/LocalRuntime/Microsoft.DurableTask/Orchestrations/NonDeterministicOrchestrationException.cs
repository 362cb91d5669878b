using LocalRuntime.DurableTask.History;

namespace LocalRuntime.DurableTask.Orchestrations;

/// <summary>The code no longer does what the history says that it did.</summary>
sealed class NonDeterministicOrchestrationException(string message) : Exception(message)
{
    /// <summary>Compares the actions of one episode, as recorded and as repeated, and throws at the first that differs.</summary>
    public static void ThrowIfDifferent(int episode, IReadOnlyList<OrchestratorAction> recorded, IReadOnlyList<OrchestratorAction> repeated, bool strictly)
    {
        for (var index = 0; index < Math.Max(recorded.Count, repeated.Count); index++)
        {
            var before = index < recorded.Count ? recorded[index] : null;
            var now = index < repeated.Count ? repeated[index] : null;
            if (!AreSame(before, now, strictly))
            {
                throw new NonDeterministicOrchestrationException(
                    $"Non-deterministic orchestrator: at step {(before ?? now)!.Id} (episode {episode + 1}) the history holds {before?.Description ?? "nothing"}, "
                    + $"but the code now does {Now(before, now)}. The code of an orchestrator must not change under its running instances, "
                    + "and must not depend on the clock, on chance or on anything else that a replay does not repeat.");
            }
        }
    }

    static string Now(OrchestratorAction? before, OrchestratorAction? now) =>
        now is null ? "nothing" : before?.Description == now.Description ? $"{now.Description} with other values" : now.Description;

    // As the real engine: kind, number and name. An input may change with a new version of the code.
    static bool AreSame(OrchestratorAction? before, OrchestratorAction? now, bool strictly) => (before, now) switch
    {
        (EndExecution one, EndExecution other) => one.Status == other.Status && (!strictly || one.Result == other.Result),
        _ when strictly => before == now,
        ({ } one, { } other) => one.Id == other.Id
            && one.GetType() == other.GetType()
            && string.Equals(one.Description, other.Description, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
