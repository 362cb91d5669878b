namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a binding of a function is.</summary>
public abstract class BindingMetadata
{
    /// <summary>The name of the bound parameter.</summary>
    public abstract string Name { get; }

    /// <summary>The kind of binding, such as <c>httpTrigger</c> or <c>timerTrigger</c>.</summary>
    public abstract string Type { get; }

    /// <summary>Whether data flow into the function or out of it.</summary>
    public abstract BindingDirection Direction { get; }
}
