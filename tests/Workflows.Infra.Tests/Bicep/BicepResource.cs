namespace Workflows.Infra.Tests.Bicep;

/// <summary>A resource.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Type">For instance <c>Microsoft.Web/sites</c>.</param>
/// <param name="ApiVersion">For instance <c>2024-11-01</c>.</param>
/// <param name="IsExisting">Whether it is only referred to.</param>
/// <param name="Body">Its properties; of a loop those of each turn.</param>
/// <param name="Line">Where it stands.</param>
sealed record BicepResource(string Name, string Type, string ApiVersion, bool IsExisting, BicepObject Body, int Line)
{
    public static BicepResource Of(BicepDeclaration declaration)
    {
        var type = declaration.Node.Child("string")!;
        var parts = type.Unquoted().Split('@');
        var isExisting = declaration.Node.Text[(declaration.Node.Text.IndexOf(type.Text, StringComparison.Ordinal) + type.Text.Length)..].TrimStart().StartsWith("existing", StringComparison.Ordinal);
        return new(declaration.Name, parts[0], parts.ElementAtOrDefault(1) ?? "", isExisting, declaration.Value.Object!, declaration.Node.Line);
    }
}
