using Workflows.Infra.Tests.Bicep;

namespace Workflows.Infra.Tests.Checks;

/// <summary>Names that nothing declares, functions that Bicep does not have, and what is declared without being used.</summary>
static class NameCheck
{
    /// <summary>The ones that the templates use.</summary>
    static readonly string[] Functions =
    [
        "allowed", "bool", "description", "empty", "environment", "guid", "items", "last", "loadJsonContent", "maxLength", "maxValue", "minLength", "minValue", "readEnvironmentVariable", "replace",
        "resourceGroup", "resourceId", "split", "string", "subscription", "subscriptionResourceId", "take", "tenant", "toObject", "union", "uniqueString",
    ];

    public static IEnumerable<string> Find(Templates templates) => templates.Files.SelectMany(file => Unknown(file).Concat(Unused(file)));

    static IEnumerable<string> Unknown(BicepFile file)
    {
        var declared = Declared(file).ToHashSet();
        return Used(file.Root)
            .Where(name => name.IsFunction ? !Functions.Contains(name.Node.Text) : !declared.Contains(name.Node.Text))
            .Select(name => $"{file.At(name.Node.Line)}: nothing declares {name.Node.Text}");
    }

    static IEnumerable<string> Unused(BicepFile file)
    {
        var used = Used(file.Root).Select(name => name.Node.Text).ToHashSet();
        return file.IsParameters ? [] : file.Parameters.Concat(file.Variables).Where(one => !used.Contains(one.Name)).Select(one => $"{file.At(one.Node.Line)}: nothing uses {one.Name}");
    }

    static IEnumerable<string> Declared(BicepFile file) =>
        file.Parameters.Concat(file.Variables).Concat(file.Modules).Select(one => one.Name)
            .Concat(file.Resources.Select(resource => resource.Name))
            .Concat(file.Root.Everything().Where(node => node.Type is "loop_variable" or "loop_enumerator").Select(node => node.Text))
            .Concat(file.Root.Everything().Where(node => node.Type is "lambda_expression" or "for_statement").Select(node => node.Children[0].Text));

    /// <summary>Names where a value is meant: not the key of a property, not the name that a declaration gives.</summary>
    static IEnumerable<(BicepNode Node, bool IsFunction)> Used(BicepNode node)
    {
        var skipsFirst = node.Type is "object_property" or "lambda_expression" or "for_statement" || node.Type.EndsWith("_declaration", StringComparison.Ordinal);
        for (var index = 0; index < node.Children.Count; index++)
        {
            var child = node.Children[index];
            if (child.Type == "identifier" && !(skipsFirst && index == 0))
            {
                yield return (child, node.Type == "call_expression" && index == 0);
            }

            // A key can itself be an interpolated text.
            foreach (var inner in child.Type == "identifier" ? [] : Used(child))
            {
                yield return inner;
            }
        }
    }
}
