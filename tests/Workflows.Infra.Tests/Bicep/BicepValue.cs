namespace Workflows.Infra.Tests.Bicep;

/// <summary>What an expression can come to, as far as it can be told without running it.</summary>
abstract record BicepValue(BicepNode Node)
{
    /// <summary>The object that it is, or that it makes in each turn of a loop or under a condition; null when it is none.</summary>
    public BicepObject? Object => this switch
    {
        BicepObject one => one,
        BicepLoop loop => loop.Turn.Object,
        _ => null,
    };

    public static BicepValue Of(BicepNode node) => node.Type switch
    {
        "object" => new BicepObject(node, [.. node.Children.Where(child => child.Type == "object_property").Select(BicepProperty.Of)]),
        "array" => new BicepArray(node, [.. node.Children.Select(Of)]),
        "string" when node.Everything().All(part => part.Type != "interpolation") => new BicepLiteral(node, "string", node.Unquoted()),
        "number" => new BicepLiteral(node, "int", node.Text),
        "boolean" => new BicepLiteral(node, "bool", node.Text),
        "null" => new BicepLiteral(node, "null", "null"),
        "ternary_expression" => new BicepChoice(node, [Of(node.Children[^2]), Of(node.Children[^1])]),
        "if_statement" or "parenthesized_expression" => Of(node.Children[^1]),
        "for_statement" => new BicepLoop(node, Of(node.Children[^1])),
        _ => new BicepExpression(node),
    };
}

/// <summary>An object.</summary>
sealed record BicepObject(BicepNode Node, IReadOnlyList<BicepProperty> Properties) : BicepValue(Node)
{
    public BicepProperty? Property(string name) => Properties.FirstOrDefault(property => property.Name == name);
}

/// <summary>One property of an object; its name is null when it is only known at deployment.</summary>
sealed record BicepProperty(string? Name, BicepValue Value, BicepNode Node)
{
    public static BicepProperty Of(BicepNode node)
    {
        var key = node.Children[0];
        return new(key.Everything().Any(part => part.Type == "interpolation") ? null : key.Unquoted(), BicepValue.Of(node.Children[^1]), node);
    }
}

/// <summary>An array whose items are written out.</summary>
sealed record BicepArray(BicepNode Node, IReadOnlyList<BicepValue> Items) : BicepValue(Node);

/// <summary>A text, a number, true, false or null.</summary>
sealed record BicepLiteral(BicepNode Node, string Kind, string Text) : BicepValue(Node);

/// <summary>One of several, by a condition.</summary>
sealed record BicepChoice(BicepNode Node, IReadOnlyList<BicepValue> Options) : BicepValue(Node);

/// <summary>An array with an item for each turn of a loop.</summary>
sealed record BicepLoop(BicepNode Node, BicepValue Turn) : BicepValue(Node);

/// <summary>Anything else: known only at deployment.</summary>
sealed record BicepExpression(BicepNode Node) : BicepValue(Node);
