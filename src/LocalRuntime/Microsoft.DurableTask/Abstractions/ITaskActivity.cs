namespace Microsoft.DurableTask;

/// <summary>An activity: ordinary code with effects, run at least once per call.</summary>
public interface ITaskActivity
{
    /// <summary>The type as which the input is deserialized.</summary>
    Type InputType { get; }

    /// <summary>The type of the result.</summary>
    Type OutputType { get; }

    /// <summary>Runs one attempt.</summary>
    Task<object?> RunAsync(TaskActivityContext context, object? input);
}
