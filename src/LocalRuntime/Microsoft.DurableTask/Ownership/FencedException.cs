namespace LocalRuntime.DurableTask.Ownership;

/// <summary>Another process has taken the task hub over.</summary>
sealed class FencedException() : InvalidOperationException("Another process has taken over this task hub; this one writes nothing any more.");
