using System.Globalization;
using System.Text.Json;
using Workflows.Functions.Problems;
using Workflows.Referrals.Insights.Reports;
using Workflows.Referrals.Insights.Worth;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Directory;

/// <summary>Reads one organisation, or a part of it, and checks that what it names exists. One reader reads one body.</summary>
sealed class OrganisationReader(bool development, FieldErrors errors, bool makesSecrets = false)
{
    readonly AgreementReader agreements = new(development, makesSecrets, errors);
    readonly SeenIds seen = new(errors);

    /// <summary>What can only be checked once everything is read.</summary>
    readonly List<Action<Organisation, Organisation?>> checks = [];

    /// <returns>Null when it has no id; else what could be read.</returns>
    public Organisation? Read(JsonFields fields)
    {
        var id = fields.Text("id", FieldFormat.Identifier, FieldRules.Required);
        var name = fields.Text("name", most: 100, FieldRules.Required);
        var closingDays = fields.List("closingDays", most: 200, ReadDay).Select(day => day.Value).Distinct().Order().ToValueList();
        var workers = fields.List("workers", most: 1000, ReadWorker).ToValueList();
        var practices = fields.List("practices", most: 1000, ReadPractice).ToValueList();
        var agreed = fields.List("agreements", most: 1000, ReadAgreement).ToValueList();
        var pathways = fields.List("pathways", most: 100, ReadPathway).ToValueList();
        var services = fields.List("services", most: 1000, ReadService).ToValueList();
        var plans = fields.List("plans", most: 100, ReadPlan).ToValueList();
        var ledgers = fields.List("ledgers", most: 100, ReadLedger).ToValueList();
        var templates = fields.List("reportTemplates", most: 100, ReadReportTemplate).ToValueList();
        fields.RefuseOthers();
        checks.Add((organisation, _) => RefuseWithoutCoordinator(organisation, fields.At("workers")));
        return id is null ? null : new Organisation(id, name ?? "", closingDays, workers, practices, agreed, pathways)
        {
            Services = services,
            Plans = plans,
            Ledgers = ledgers,
            ReportTemplates = templates,
        };
    }

    public Worker? ReadWorker(JsonFields fields)
    {
        var worker = WorkerReader.Read(fields, errors);
        if (worker is not null)
        {
            seen.Add<Worker>(worker.Id, fields.At("id"));
            checks.Add((organisation, _) => WorkerReader.Check(worker, fields, organisation, errors));
        }

        return worker;
    }

    public Practice? ReadPractice(JsonFields fields)
    {
        var agb = fields.Text("agb", FieldFormat.Agb, FieldRules.Required);
        var name = fields.Text("name", most: 100, FieldRules.Required);
        fields.RefuseOthers();
        if (agb is null)
        {
            return null;
        }

        seen.Add<Practice>(agb, fields.At("agb"));
        return new Practice(agb, name ?? "");
    }

    public Agreement? ReadAgreement(JsonFields fields)
    {
        var agreement = agreements.Read(fields);
        if (agreement is not null)
        {
            seen.Add<Agreement>(agreement.Practice, fields.At("practice"));
            checks.Add((organisation, stored) => agreements.Check(agreement, fields, organisation, stored));
        }

        return agreement;
    }

    public Service? ReadService(JsonFields fields)
    {
        var id = fields.Text("id", FieldFormat.Identifier, FieldRules.Required);
        var name = fields.Text("name", most: 100, FieldRules.Required);
        var arrangement = fields.Choice<Arrangement>("arrangement", FieldRules.Required);
        var neighbourhoods = fields.Texts("neighbourhoods", most: 200, FieldFormat.PostalArea).Distinct().ToValueList();
        var themes = fields.Texts("themes", most: 50, FieldFormat.Identifier).Distinct().ToValueList();
        fields.RefuseOthers();
        if (id is null)
        {
            return null;
        }

        seen.Add<Service>(id, fields.At("id"));
        return new Service(id, name ?? "", arrangement ?? Arrangement.Other, neighbourhoods, themes);
    }

    public Pathway? ReadPathway(JsonElement element, string pointer)
    {
        var pathway = PathwayReader.Read(element, pointer, errors);
        if (pathway is not null)
        {
            seen.Add<Pathway>(pathway.VersionLabel, JsonPointer.Member(pointer, "version"));
            checks.Add((_, stored) => PathwayReader.Check(pathway, pointer, stored, errors));
        }

        return pathway;
    }

    public Plan? ReadPlan(JsonElement element, string pointer) =>
        Versioned(DataFileReader.Read(element, pointer, errors, Plan.Check), pointer, plan => $"{plan.Version}", organisation => organisation.Plans);

    public ValueLedger? ReadLedger(JsonElement element, string pointer) =>
        Versioned(DataFileReader.Read(element, pointer, errors, ValueLedger.Check), pointer, ledger => $"{ledger.Version}", organisation => organisation.Ledgers);

    public ReportTemplate? ReadReportTemplate(JsonElement element, string pointer) =>
        Versioned(DataFileReader.Read(element, pointer, errors, ReportTemplate.Check), pointer, template => $"{template.Id}.{template.Version}", organisation => organisation.ReportTemplates);

    /// <summary>Checks the organisation as it would be with what was read, of which <paramref name="stored"/> is the present state.</summary>
    public void Check(Organisation organisation, Organisation? stored)
    {
        foreach (var check in checks)
        {
            check(organisation, stored);
        }
    }

    /// <summary>Somebody must hear it when nobody takes a referral.</summary>
    public void RefuseWithoutCoordinator(Organisation organisation, string pointer)
    {
        if (!organisation.Coordinators.Any())
        {
            errors.Add(pointer, DirectoryRules.CoordinatorMissing);
        }
    }

    /// <summary>What was reported by a version must stay what it was.</summary>
    T? Versioned<T>(T? read, string pointer, Func<T, string> versionOf, Func<Organisation, ValueList<T>> all)
        where T : class
    {
        if (read is not null)
        {
            seen.Add<T>(versionOf(read), JsonPointer.Member(pointer, "version"));
            checks.Add((_, stored) =>
            {
                if (stored is not null && all(stored).FirstOrDefault(before => versionOf(before) == versionOf(read)) is { } same && !same.Equals(read))
                {
                    errors.Add(pointer, DirectoryRules.VersionFixed);
                }
            });
        }

        return read;
    }

    Day? ReadDay(JsonElement element, string pointer) =>
        element.ValueKind == JsonValueKind.String
        && CleanText.TryRead(element, lines: false, out var text, out _)
        && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new Day(day)
            : errors.Refuse<Day>(pointer, FieldRules.NotADate);

    sealed record Day(DateOnly Value);
}
