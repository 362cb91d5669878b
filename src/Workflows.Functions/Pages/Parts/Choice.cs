namespace Workflows.Functions.Pages.Parts;

/// <summary>One of several answers.</summary>
/// <param name="Value">As it is posted.</param>
/// <param name="Text">As it is read.</param>
/// <param name="Hint">What it means; null where that is plain.</param>
public sealed record Choice(string Value, string Text, string? Hint = null);
