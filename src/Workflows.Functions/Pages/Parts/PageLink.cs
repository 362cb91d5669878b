namespace Workflows.Functions.Pages.Parts;

/// <summary>A link to another view of the same.</summary>
/// <param name="Address">Its path and query.</param>
/// <param name="Text">As it is read.</param>
/// <param name="IsShown">Whether it is what is shown now.</param>
public sealed record PageLink(string Address, string Text, bool IsShown = false);
