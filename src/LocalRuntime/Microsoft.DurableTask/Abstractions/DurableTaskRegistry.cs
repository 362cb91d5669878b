namespace Microsoft.DurableTask;

/// <summary>The orchestrators and activities of an app, by name.</summary>
public sealed partial class DurableTaskRegistry
{
    internal Dictionary<TaskName, Func<IServiceProvider, ITaskOrchestrator>> Orchestrators { get; } = [];

    internal Dictionary<TaskName, Func<IServiceProvider, ITaskActivity>> Activities { get; } = [];

    /// <summary>Adds an orchestrator that is made anew for every execution.</summary>
    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    public DurableTaskRegistry AddOrchestrator(TaskName name, Func<ITaskOrchestrator> factory) =>
        Add(Orchestrators, name, _ => factory(), "orchestrator");

    /// <summary>Adds an orchestrator.</summary>
    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    public DurableTaskRegistry AddOrchestrator(TaskName name, ITaskOrchestrator orchestrator) =>
        Add(Orchestrators, name, _ => orchestrator, "orchestrator");

    /// <summary>Adds an activity that is made anew for every attempt, from the services of the attempt's scope.</summary>
    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    public DurableTaskRegistry AddActivity(TaskName name, Func<IServiceProvider, ITaskActivity> factory) =>
        Add(Activities, name, factory, "activity");

    /// <summary>Adds an activity.</summary>
    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    public DurableTaskRegistry AddActivity(TaskName name, ITaskActivity activity) =>
        Add(Activities, name, _ => activity, "activity");

    DurableTaskRegistry Add<T>(Dictionary<TaskName, T> tasks, TaskName name, T factory, string kind)
    {
        if (string.IsNullOrEmpty(name.Name))
        {
            throw new ArgumentException($"An {kind} needs a name.", nameof(name));
        }

        return tasks.TryAdd(name, factory) ? this : throw new ArgumentException($"An {kind} named '{name}' is already there.", nameof(name));
    }
}
