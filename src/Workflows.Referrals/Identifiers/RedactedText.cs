namespace Workflows.Referrals.Identifiers;

/// <summary>A text that may be stored.</summary>
/// <param name="Text">The text without citizen numbers.</param>
/// <param name="Count">How many were taken out.</param>
public sealed record RedactedText(string Text, int Count);
