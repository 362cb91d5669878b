namespace Workflows.Referrals.Pathways;

/// <summary>A text in the two languages of the screens.</summary>
/// <param name="Nl">Dutch.</param>
/// <param name="En">English.</param>
public sealed record LocalText(string Nl, string En);
