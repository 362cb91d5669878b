using System.Text.Json.Serialization;
using Workflows.Referrals.Insights.Disclosure;
using Workflows.Referrals.Insights.Reports;
using Workflows.Referrals.Insights.Worth;
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

    /// <summary>What it agreed with its funders, in every version.</summary>
    public ValueList<Plan> Plans { get; init; } = [];

    /// <summary>What it counts in euros, in every version.</summary>
    public ValueList<ValueLedger> Ledgers { get; init; } = [];

    /// <summary>Its own templates of reports, besides the shipped ones.</summary>
    public ValueList<ReportTemplate> ReportTemplates { get; init; } = [];

    /// <summary>Who gets the escalations, the first one first.</summary>
    [JsonIgnore]
    public IEnumerable<Worker> Coordinators => Workers.Where(worker => worker.Role == WorkerRole.Coordinator);

    public Worker? Worker(string id) => Workers.FirstOrDefault(worker => worker.Id == id);

    public Practice? Practice(string agb) => Practices.FirstOrDefault(practice => practice.Agb == agb);

    public Agreement? AgreementWith(string practice) => Agreements.FirstOrDefault(agreement => agreement.Practice == practice);

    /// <summary>A pathway version of its own, or a shipped one; null when there is no such version.</summary>
    public Pathway? Pathway(PathwayReference reference) =>
        Pathways.Concat(ShippedPathways.All).FirstOrDefault(pathway => pathway.Id == reference.Id && pathway.Version == reference.Version);

    /// <summary>The plan that is in force for a time: of those that cover it the latest version; null when none does.</summary>
    public Plan? Plan(Period period) => Plans.Where(plan => plan.Covers(period)).MaxBy(plan => plan.Version);

    /// <summary>What counts in euros: the latest version, or only what public tariffs say.</summary>
    [JsonIgnore]
    public ValueLedger Ledger => Ledgers.MaxBy(ledger => ledger.Version) ?? ValueLedger.Shipped;

    /// <summary>The latest version of a template of its own, or of a shipped one; null when there is none of the id.</summary>
    public ReportTemplate? ReportTemplate(string id) =>
        ReportTemplates.Where(template => template.Id == id).MaxBy(template => template.Version) ?? Workflows.Referrals.Insights.Reports.ReportTemplate.Shipped.FirstOrDefault(template => template.Id == id);

    /// <summary>The same without the secrets of its callbacks: what may be shown.</summary>
    public Organisation WithoutSecrets() => this with { Agreements = Agreements.Select(agreement => agreement.WithoutSecrets()).ToValueList() };

    /// <summary>The same, with the stored secrets where none was given.</summary>
    public Organisation WithSecretsOf(Organisation? stored) =>
        this with { Agreements = Agreements.Select(agreement => agreement.WithSecretsOf(stored?.AgreementWith(agreement.Practice))).ToValueList() };
}
