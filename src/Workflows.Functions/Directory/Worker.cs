using System.Text.Json.Serialization;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Directory;

/// <summary>Someone at a welfare organisation who receives referrals or escalations.</summary>
/// <param name="Id">Unique in the organisation.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="Email">Where notices go.</param>
/// <param name="Phone">E.164; null when no text messages are wanted.</param>
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
    ValueList<Absence> Absences)
{
    /// <summary>The absence that covers the day, or null when the worker is there.</summary>
    public Absence? AbsenceOn(DateOnly day) => Absences.FirstOrDefault(absence => absence.Covers(day));
}

/// <summary>What someone does at a welfare organisation.</summary>
[JsonConverter(typeof(EnumAsText<WorkerRole>))]
enum WorkerRole
{
    Worker,
    Coordinator,
}

/// <summary>A time in which another worker answers for this one.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day; null while the return is unknown or when the worker has left.</param>
/// <param name="Deputy">The other worker; null leaves it to the agreement and then the coordinator.</param>
sealed record Absence(DateOnly From, DateOnly? Until, string? Deputy)
{
    public bool Covers(DateOnly day) => From <= day && !(day > Until);
}
