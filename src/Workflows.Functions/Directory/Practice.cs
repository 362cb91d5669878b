namespace Workflows.Functions.Directory;

/// <summary>A practice that refers, as an organisation knows it.</summary>
/// <param name="Agb">The AGB code (Vektis): eight digits, those of GP practices start with 01.</param>
/// <param name="Name">As it is shown.</param>
sealed record Practice(string Agb, string Name);
