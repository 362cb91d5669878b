using Workflows.Functions.Problems;
using Workflows.Referrals.Matching;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Directory;

/// <summary>Reads a worker. What is wrong is in the errors; the rest is still read, so that others can refer to this worker's id.</summary>
static class WorkerReader
{
    public static Worker? Read(JsonFields fields, FieldErrors errors)
    {
        var id = fields.Text("id", FieldFormat.Identifier, FieldRules.Required);
        var name = fields.Text("name", most: 100, FieldRules.Required);
        var email = fields.Text("email", FieldFormat.Email, FieldRules.Required);
        var phone = fields.Text("phone", FieldFormat.Phone);
        var role = fields.Choice<WorkerRole>("role", FieldRules.Required);
        var account = fields.Text("account", most: 64);
        var neighbourhoods = fields.Texts("neighbourhoods", most: 200, FieldFormat.PostalArea).Distinct().ToValueList();
        var themes = fields.Texts("themes", most: 50, FieldFormat.Identifier).Distinct().ToValueList();
        var capacity = fields.Number("capacity", least: 0, most: 500, FieldRules.Required);
        var absences = fields.List("absences", most: 50, item => ReadAbsence(item, errors)).ToValueList();
        fields.RefuseOthers();

        return id is null
            ? null
            : new Worker(id, name ?? "", email ?? "", phone, role ?? WorkerRole.Coordinator, account, neighbourhoods, themes, capacity ?? 0, absences);
    }

    /// <summary>Checks what the worker at <paramref name="fields"/> says about others of the organisation.</summary>
    public static void Check(Worker worker, JsonFields fields, Organisation organisation, FieldErrors errors)
    {
        foreach (var (index, absence) in worker.Absences.Index())
        {
            var at = JsonPointer.Member(JsonPointer.Item(fields.At("absences"), index), "deputy");
            if (absence.Deputy == worker.Id)
            {
                errors.Add(at, DirectoryRules.OwnDeputy);
            }
            else if (absence.Deputy is { } deputy && organisation.Worker(deputy) is null)
            {
                errors.Add(at, DirectoryRules.UnknownWorker);
            }
        }
    }

    static Absence ReadAbsence(JsonFields fields, FieldErrors errors)
    {
        var from = fields.Date("from", FieldRules.Required);
        var until = fields.Date("until");
        var deputy = fields.Text("deputy", FieldFormat.Identifier);
        fields.RefuseOthers();
        if (until < from)
        {
            errors.Add(fields.At("until"), DirectoryRules.PeriodReversed);
        }

        return new Absence(from ?? default, until, deputy);
    }
}
