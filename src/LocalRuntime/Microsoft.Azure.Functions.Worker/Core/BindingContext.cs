namespace Microsoft.Azure.Functions.Worker;

/// <summary>The data that came with the trigger of an invocation.</summary>
public abstract class BindingContext
{
    /// <summary>The trigger's data by name: a parameter without an attribute of its own is filled from here.</summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
