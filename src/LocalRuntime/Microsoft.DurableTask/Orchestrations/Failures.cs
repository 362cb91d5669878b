using Microsoft.DurableTask;

namespace LocalRuntime.DurableTask.Orchestrations;

/// <summary>Exceptions as they are stored.</summary>
static class Failures
{
    /// <summary>Characters of a message or stack trace that are kept: a failure is there to be read, not to fill a row.</summary>
    const int Longest = 4_000;

    /// <summary>Inner failures that are kept.</summary>
    const int Deepest = 5;

    public static TaskFailureDetails Describe(Exception failure) => Describe(failure, Deepest);

    static TaskFailureDetails Describe(Exception failure, int depth) => new(
        failure.GetType().ToString(),
        Shorten(failure.Message)!,
        Shorten(failure.StackTrace),
        depth == 0 ? null : failure switch
        {
            // What the orchestration failed of is what its task failed of.
            TaskFailedException task => task.FailureDetails,
            { InnerException: { } inner } => Describe(inner, depth - 1),
            _ => null,
        },
        null);

    static string? Shorten(string? text) => text?.Length > Longest ? text[..Longest] + " …" : text;
}
