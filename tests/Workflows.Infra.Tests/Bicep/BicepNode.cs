namespace Workflows.Infra.Tests.Bicep;

/// <summary>A place in a file's syntax tree.</summary>
/// <param name="Type">What the grammar calls it.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Text">As it stands in the file.</param>
/// <param name="Children">Its parts, without comments and punctuation.</param>
/// <param name="IsBroken">Whether the parser could make nothing of it.</param>
sealed record BicepNode(string Type, int Line, string Text, IReadOnlyList<BicepNode> Children, bool IsBroken)
{
    public BicepNode? Child(string type) => Children.FirstOrDefault(child => child.Type == type);

    /// <summary>It, and all that is in it.</summary>
    public IEnumerable<BicepNode> Everything() => Children.SelectMany(child => child.Everything()).Prepend(this);

    /// <summary>The text of a string without its quotes; what is interpolated stays as <c>${…}</c>.</summary>
    public string Unquoted() => Text.Trim('\'').Replace("\\'", "'", StringComparison.Ordinal);
}
