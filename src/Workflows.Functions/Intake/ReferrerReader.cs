using Workflows.Functions.Problems;

namespace Workflows.Functions.Intake;

/// <summary>Reads who refers.</summary>
static class ReferrerReader
{
    public static ReferrerDetails? Read(JsonFields body, string? reference, FieldErrors errors)
    {
        if (body.Object("referrer", FieldRules.Required) is not { } fields)
        {
            return null;
        }

        var name = CitizenNumbers.RefusedIn(fields.Text("name", most: 100, FieldRules.Required), fields.At("name"), errors);
        var role = fields.Choice<ReferrerRole>("role", FieldRules.Required);
        var email = CitizenNumbers.RefusedIn(fields.Text("email", FieldFormat.Email), fields.At("email"), errors);
        var phone = fields.Text("phone", FieldFormat.Phone);
        if (!fields.Has("email") && !fields.Has("phone"))
        {
            errors.Add(fields.At("email"), IntakeRules.ContactMissing);
        }

        fields.RefuseOthers(CitizenNumbers.RuleOfUnknown);
        return name is null || role is null ? null : new ReferrerDetails(name, role.Value, email, phone, reference);
    }
}
