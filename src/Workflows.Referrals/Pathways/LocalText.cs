namespace Workflows.Referrals.Pathways;

/// <summary>A text in the two languages of the screens.</summary>
/// <param name="Nl">Dutch.</param>
/// <param name="En">English.</param>
public sealed record LocalText(string Nl, string En)
{
    /// <summary>A text that is the same in both, such as a title.</summary>
    /// <param name="text">The text.</param>
    public static LocalText InBoth(string text) => new(text, text);
}
