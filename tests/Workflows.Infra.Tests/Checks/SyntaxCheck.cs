namespace Workflows.Infra.Tests.Checks;

/// <summary>Places that are no Bicep.</summary>
static class SyntaxCheck
{
    public static IEnumerable<string> Find(Templates templates) =>
        from file in templates.Files
        from node in file.Root.Everything()
        where node.IsBroken
        select $"{file.At(node.Line)}: cannot be read: '{node.Text}'";
}
