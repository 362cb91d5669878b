using System.Text.Json.Serialization;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Directory;

/// <summary>A welfare organisation, the tenant, with all that it owns in the directory.</summary>
/// <param name="Id">Lower-case words joined by hyphens; part of keys and routes.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="ClosingDays">Its own closing days and bridge days, besides the holidays by law.</param>
/// <param name="Workers">Its workers and coordinators.</param>
/// <param name="Practices">The practices that it knows.</param>
/// <param name="Agreements">With which of those it has agreed what.</param>
/// <param name="Pathways">Its own pathway versions, besides the shipped ones.</param>
sealed record Organisation(
    string Id,
    string Name,
    ValueList<DateOnly> ClosingDays,
    ValueList<Worker> Workers,
    ValueList<Practice> Practices,
    ValueList<Agreement> Agreements,
    ValueList<Pathway> Pathways)
{
    /// <summary>What clients can go and do.</summary>
    public ValueList<Service> Services { get; init; } = [];

    /// <summary>Who gets the escalations, the first one first.</summary>
    [JsonIgnore]
    public IEnumerable<Worker> Coordinators => Workers.Where(worker => worker.Role == WorkerRole.Coordinator);

    public Worker? Worker(string id) => Workers.FirstOrDefault(worker => worker.Id == id);

    public Practice? Practice(string agb) => Practices.FirstOrDefault(practice => practice.Agb == agb);

    public Agreement? AgreementWith(string practice) => Agreements.FirstOrDefault(agreement => agreement.Practice == practice);

    /// <summary>A pathway version of its own, or a shipped one; null when there is no such version.</summary>
    public Pathway? Pathway(PathwayReference reference) =>
        Pathways.Concat(ShippedPathways.All).FirstOrDefault(pathway => pathway.Id == reference.Id && pathway.Version == reference.Version);

    /// <summary>The same without the secrets of its callbacks: what may be shown.</summary>
    public Organisation WithoutSecrets() => this with { Agreements = Agreements.Select(agreement => agreement.WithoutSecrets()).ToValueList() };

    /// <summary>The same, with the stored secrets where none was given.</summary>
    public Organisation WithSecretsOf(Organisation? stored) =>
        this with { Agreements = Agreements.Select(agreement => agreement.WithSecretsOf(stored?.AgreementWith(agreement.Practice))).ToValueList() };
}
