using System.Text.Json;
using Workflows.Functions.Problems;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Directory;

/// <summary>A kind of thing in an organisation that has an address of its own, such as <c>workers/anna</c>.</summary>
/// <param name="Name">The kind, as in the route.</param>
/// <param name="Field">Which field of it is its id, for errors.</param>
/// <param name="All">The things, by id.</param>
/// <param name="With">The organisation with the thing that stands in the body put in its place, and that thing's id; null when it cannot be read.</param>
sealed record DirectoryPart(
    string Name,
    string Field,
    Func<Organisation, IEnumerable<KeyValuePair<string, object>>> All,
    Func<Organisation, OrganisationReader, JsonElement, FieldErrors, (string Id, Organisation Organisation)?> With)
{
    static readonly DirectoryPart[] Parts =
    [
        Of("workers", "id", worker => worker.Id, organisation => organisation.Workers, (reader, fields) => reader.ReadWorker(fields), (organisation, all) => organisation with { Workers = all }),
        Of("practices", "agb", practice => practice.Agb, organisation => organisation.Practices, (reader, fields) => reader.ReadPractice(fields), (organisation, all) => organisation with { Practices = all }),
        Of("agreements", "practice", agreement => agreement.Practice, organisation => organisation.Agreements, (reader, fields) => reader.ReadAgreement(fields), (organisation, all) => organisation with { Agreements = all }),
        Of("services", "id", service => service.Id, organisation => organisation.Services, (reader, fields) => reader.ReadService(fields), (organisation, all) => organisation with { Services = all }),
        OfFiles(
            "pathways", "id", pathway => $"{pathway.Id}.{pathway.Version}", organisation => organisation.Pathways,
            (reader, element) => reader.ReadPathway(element, ""), (organisation, all) => organisation with { Pathways = all }),
        OfFiles("plans", "version", plan => $"{plan.Version}", organisation => organisation.Plans, (reader, element) => reader.ReadPlan(element, ""), (organisation, all) => organisation with { Plans = all }),
        OfFiles("ledgers", "version", ledger => $"{ledger.Version}", organisation => organisation.Ledgers, (reader, element) => reader.ReadLedger(element, ""), (organisation, all) => organisation with { Ledgers = all }),
        OfFiles(
            "report-templates", "id", template => $"{template.Id}.{template.Version}", organisation => organisation.ReportTemplates,
            (reader, element) => reader.ReadReportTemplate(element, ""), (organisation, all) => organisation with { ReportTemplates = all }),
    ];

    /// <summary>The kind of that name; null when there is none.</summary>
    public static DirectoryPart? Find(string name) => Array.Find(Parts, part => part.Name == name);

    /// <summary>The thing of that id; null when there is none.</summary>
    public object? Find(Organisation organisation, string id) => All(organisation).FirstOrDefault(item => item.Key == id).Value;

    /// <summary>Names what somebody sees of it.</summary>
    public string VersionOf(Organisation organisation, string id) => DirectoryVersion.Of(Find(organisation.WithoutSecrets(), id));

    static DirectoryPart Of<T>(
        string name, string field, Func<T, string> idOf, Func<Organisation, ValueList<T>> all, Func<OrganisationReader, JsonFields, T?> read, Func<Organisation, ValueList<T>, Organisation> with)
        where T : class =>
        Of(name, field, idOf, all, (reader, element, errors) => JsonFields.Of(element, "", errors) is { } fields ? read(reader, fields) : null, with);

    static DirectoryPart OfFiles<T>(
        string name, string field, Func<T, string> idOf, Func<Organisation, ValueList<T>> all, Func<OrganisationReader, JsonElement, T?> read, Func<Organisation, ValueList<T>, Organisation> with)
        where T : class => Of(name, field, idOf, all, (reader, element, _) => read(reader, element), with);

    static DirectoryPart Of<T>(
        string name, string field, Func<T, string> idOf, Func<Organisation, ValueList<T>> all,
        Func<OrganisationReader, JsonElement, FieldErrors, T?> read, Func<Organisation, ValueList<T>, Organisation> with)
        where T : class =>
        new(
            name,
            field,
            organisation => all(organisation).Select(item => KeyValuePair.Create(idOf(item), (object)item)),
            (organisation, reader, element, errors) => read(reader, element, errors) is { } item
                ? (idOf(item), with(organisation, [.. all(organisation).Where(other => idOf(other) != idOf(item)), item]))
                : null);
}
