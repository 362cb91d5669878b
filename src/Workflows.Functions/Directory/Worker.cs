using System.Text.Json.Serialization;
using Workflows.Referrals.Matching;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Directory;

/// <summary>Someone at a welfare organisation who receives referrals or escalations.</summary>
/// <param name="Id">Unique in the organisation.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="Email">Where notices go.</param>
/// <param name="Phone">E.164, for text messages, and for the client to call; null when neither is wanted.</param>
/// <param name="Role">A coordinator gets every escalation of the organisation.</param>
/// <param name="Account">The object id of the person's account in Entra ID; null until one is linked.</param>
/// <param name="Neighbourhoods">Postal code areas (four digits) where this worker is at home.</param>
/// <param name="Themes">What this worker knows about, in the vocabulary's words.</param>
/// <param name="Capacity">How many referrals at once; 0 for who takes none.</param>
/// <param name="Absences">When somebody else answers.</param>
sealed record Worker(
    string Id,
    string Name,
    string Email,
    string? Phone,
    WorkerRole Role,
    string? Account,
    ValueList<string> Neighbourhoods,
    ValueList<string> Themes,
    int Capacity,
    ValueList<Absence> Absences);

/// <summary>What someone does at a welfare organisation.</summary>
[JsonConverter(typeof(EnumAsText<WorkerRole>))]
enum WorkerRole
{
    Worker,
    Coordinator,
}
