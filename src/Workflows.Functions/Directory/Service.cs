using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Directory;

/// <summary>What a client can go and do: an activity or service that the organisation offers or knows of.</summary>
/// <param name="Id">Unique in the organisation.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="Arrangement">Which kind of arrangement it is.</param>
/// <param name="Neighbourhoods">Postal code areas (four digits) for which it is meant; empty for all.</param>
/// <param name="Themes">What it helps with, in the vocabulary's words.</param>
sealed record Service(string Id, string Name, Arrangement Arrangement, ValueList<string> Neighbourhoods, ValueList<string> Themes);
