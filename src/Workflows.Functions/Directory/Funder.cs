using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Directory;

/// <summary>A municipality or health insurer: sees figures, never a person.</summary>
/// <param name="Id">Unique among the funders.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="Account">The object id of its account in Entra ID; null until one is linked.</param>
/// <param name="Organisations">Whose figures it sees.</param>
sealed record Funder(string Id, string Name, string? Account, ValueList<string> Organisations);

/// <summary>Someone who keeps the directory and the keys, and sees no dossier.</summary>
/// <param name="Id">Unique among the administrators.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="Account">The object id of the person's account in Entra ID; null until one is linked.</param>
sealed record Administrator(string Id, string Name, string? Account);
