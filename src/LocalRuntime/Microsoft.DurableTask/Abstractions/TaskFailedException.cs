namespace Microsoft.DurableTask;

/// <summary>Thrown in an orchestrator when an activity or sub-orchestration that it awaits failed.</summary>
public sealed class TaskFailedException : Exception
{
    /// <summary>A failure by an exception.</summary>
    public TaskFailedException(string taskName, int taskId, Exception innerException)
        : base(Describe(taskName, taskId, innerException.Message), innerException)
    {
        TaskName = taskName;
        TaskId = taskId;
        FailureDetails = TaskFailureDetails.FromException(innerException);
    }

    /// <summary>A failure by its details.</summary>
    public TaskFailedException(string taskName, int taskId, TaskFailureDetails failureDetails)
        : base(Describe(taskName, taskId, failureDetails.ErrorMessage))
    {
        TaskName = taskName;
        TaskId = taskId;
        FailureDetails = failureDetails;
    }

    /// <summary>The name of the activity or sub-orchestrator.</summary>
    public string TaskName { get; }

    /// <summary>The number of the call within its orchestration, from 0.</summary>
    public int TaskId { get; }

    /// <summary>Why it failed.</summary>
    public TaskFailureDetails FailureDetails { get; }

    /// <summary>Whether a retry cannot help: nothing of that name is there.</summary>
    internal bool IsFinal { get; init; }

    static string Describe(string taskName, int taskId, string message) =>
        $"Task '{taskName}' (#{taskId}) failed with an unhandled exception: {message}";
}
