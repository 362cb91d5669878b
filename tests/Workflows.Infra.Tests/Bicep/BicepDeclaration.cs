namespace Workflows.Infra.Tests.Bicep;

/// <summary>A parameter, variable, module or output.</summary>
sealed record BicepDeclaration(string Name, BicepNode Node)
{
    /// <summary>What it is set to; of a parameter or output its type when there is nothing behind it.</summary>
    public BicepValue Value { get; } = BicepValue.Of(Node.Children[^1]);

    /// <summary>Whether a value stands behind a parameter's type.</summary>
    public bool HasDefault => Node.Children[^1].Type is not "type";

    /// <summary>The file that a module is.</summary>
    public string ModulePath => Node.Child("string")!.Unquoted();
}
