namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks a public method, static or of a class made from the services, as a function.</summary>
/// <param name="name">The function's name: unique in the app whatever its case, and the last part of its route when the trigger names none.</param>
[AttributeUsage(AttributeTargets.Method)]
public class FunctionAttribute(string name) : Attribute
{
    /// <summary>The function's name.</summary>
    public string Name { get; } = name;
}
