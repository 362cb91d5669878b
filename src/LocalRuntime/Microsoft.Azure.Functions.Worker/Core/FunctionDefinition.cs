using System.Collections.Immutable;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>A function of the app, as middleware sees it.</summary>
public abstract class FunctionDefinition
{
    /// <summary>The path of the assembly that holds the function.</summary>
    public abstract string PathToAssembly { get; }

    /// <summary>The full name of the method, with its type's namespace.</summary>
    public abstract string EntryPoint { get; }

    /// <summary>Identifies the function within the app.</summary>
    public abstract string Id { get; }

    /// <summary>The name that <see cref="FunctionAttribute"/> gave.</summary>
    public abstract string Name { get; }

    /// <summary>The bindings by parameter name, the trigger among them.</summary>
    public abstract IImmutableDictionary<string, BindingMetadata> InputBindings { get; }
}
