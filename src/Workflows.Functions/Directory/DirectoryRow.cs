using System.Text.Json;
using Workflows.Referrals.Insights.Reports;
using Workflows.Referrals.Insights.Worth;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Directory;

/// <summary>One row of the table <c>Directory</c>. Its RowKey says what it is: <c>organisation</c>, <c>worker!anna</c>, <c>agreement!01999901</c>, <c>pathway!walks!2</c>.</summary>
/// <param name="Key">The RowKey.</param>
/// <param name="Json">What it holds, without secrets.</param>
/// <param name="Secret">The secrets of an agreement's callback, or of a form; sealed where it is stored.</param>
sealed record DirectoryRow(string Key, string Json, string? Secret = null)
{
    public const string OrganisationKey = "organisation";

    /// <summary>The partition of what belongs to no single organisation; no organisation's id has an exclamation mark.</summary>
    public const string SharedPartition = "!shared";

    public static IEnumerable<DirectoryRow> Of(Organisation organisation) =>
    [
        Row(OrganisationKey, new Core(organisation.Id, organisation.Name, organisation.ClosingDays)),
        .. organisation.Workers.Select(worker => Row($"worker!{worker.Id}", worker)),
        .. organisation.Practices.Select(practice => Row($"practice!{practice.Agb}", practice)),
        .. organisation.Agreements.Select(Of),
        .. organisation.Services.Select(service => Row($"service!{service.Id}", service)),
        .. organisation.Pathways.Select(pathway => Row($"pathway!{pathway.Id}!{pathway.Version}", pathway)),
        .. organisation.Plans.Select(plan => Row($"plan!{plan.Version}", plan)),
        .. organisation.Ledgers.Select(ledger => Row($"ledger!{ledger.Version}", ledger)),
        .. organisation.ReportTemplates.Select(template => Row($"report-template!{template.Id}!{template.Version}", template)),
    ];

    public static IEnumerable<DirectoryRow> OfShared(DirectoryFile file) =>
    [
        .. file.Funders.Select(funder => Row($"funder!{funder.Id}", funder)),
        .. file.Administrators.Select(administrator => Row($"administrator!{administrator.Id}", administrator)),
        .. file.Keys.Select(key => Row($"key!{key.Id}", key)),
        .. file.Forms.Select(form => Row($"form!{form.Id}", form) with { Secret = form.Secret }),
    ];

    /// <returns>Null when the partition holds no organisation.</returns>
    public static Organisation? ToOrganisation(IReadOnlyCollection<DirectoryRow> rows)
    {
        if (rows.FirstOrDefault(row => row.Key == OrganisationKey) is not { } row)
        {
            return null;
        }

        var core = row.Value<Core>();
        return new Organisation(core.Id, core.Name, core.ClosingDays, All<Worker>(rows, "worker"), All<Practice>(rows, "practice"), Agreements(rows), All<Pathway>(rows, "pathway"))
        {
            Services = All<Service>(rows, "service"),
            Plans = All<Plan>(rows, "plan"),
            Ledgers = All<ValueLedger>(rows, "ledger"),
            ReportTemplates = All<ReportTemplate>(rows, "report-template"),
        };
    }

    public static DirectoryFile ToShared(IReadOnlyCollection<DirectoryRow> rows) =>
        new([], All<Funder>(rows, "funder"), All<Administrator>(rows, "administrator"), All<SourceKey>(rows, "key"))
        {
            Forms = rows.Where(row => row.Is("form")).Select(row => row.Value<FormSource>() with { Secret = row.Secret }).ToValueList(),
        };

    static DirectoryRow Of(Agreement agreement) => Row($"agreement!{agreement.Practice}", agreement.WithoutSecrets()) with
    {
        Secret = agreement.Feedback.Callback?.Secrets is { } secrets ? JsonSerializer.Serialize(secrets, DirectoryJson.Options) : null,
    };

    static ValueList<Agreement> Agreements(IEnumerable<DirectoryRow> rows) => rows
        .Where(row => row.Is("agreement"))
        .Select(row => row.Value<Agreement>() is { Feedback.Callback: { } callback } agreement && row.Secret is { } secret
            ? agreement with { Feedback = agreement.Feedback with { Callback = callback with { Secrets = JsonSerializer.Deserialize<ValueList<string>>(secret) } } }
            : row.Value<Agreement>())
        .ToValueList();

    static ValueList<T> All<T>(IEnumerable<DirectoryRow> rows, string kind) =>
        rows.Where(row => row.Is(kind)).Select(row => row.Value<T>()).ToValueList();

    static DirectoryRow Row<T>(string key, T value) => new(key, JsonSerializer.Serialize(value, DirectoryJson.Options));

    bool Is(string kind) => Key.StartsWith(kind + "!", StringComparison.Ordinal);

    T Value<T>() => JsonSerializer.Deserialize<T>(Json, DirectoryJson.Options)!;

    sealed record Core(string Id, string Name, ValueList<DateOnly> ClosingDays);
}
