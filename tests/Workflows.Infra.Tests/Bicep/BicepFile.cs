namespace Workflows.Infra.Tests.Bicep;

/// <summary>One file, with what it declares.</summary>
/// <param name="Path">From the repository's root.</param>
/// <param name="Root">Its syntax tree.</param>
sealed record BicepFile(string Path, BicepNode Root)
{
    public bool IsParameters => Path.EndsWith(".bicepparam", StringComparison.Ordinal);

    public IReadOnlyList<BicepDeclaration> Parameters { get; } = Declared(Root, "parameter_declaration");

    public IReadOnlyList<BicepDeclaration> Variables { get; } = Declared(Root, "variable_declaration");

    public IReadOnlyList<BicepDeclaration> Outputs { get; } = Declared(Root, "output_declaration");

    public IReadOnlyList<BicepDeclaration> Modules { get; } = Declared(Root, "module_declaration");

    public IReadOnlyList<BicepResource> Resources { get; } = [.. Declared(Root, "resource_declaration").Select(BicepResource.Of)];

    /// <summary>Where something in this file is, for a finding.</summary>
    public string At(int line) => $"{Path}:{line}";

    static IReadOnlyList<BicepDeclaration> Declared(BicepNode root, string type) =>
        [.. root.Children.Where(node => node.Type == type).Select(node => new BicepDeclaration(node.Child("identifier")!.Text, node))];
}
