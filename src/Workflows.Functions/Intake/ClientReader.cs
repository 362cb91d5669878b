using Workflows.Functions.Problems;
using Workflows.Referrals.Identifiers;

namespace Workflows.Functions.Intake;

/// <summary>Reads who is referred.</summary>
static class ClientReader
{
    static readonly DateOnly Earliest = new(1900, 1, 1);

    public static ClientDetails? Read(JsonFields body, DateOnly today, FieldErrors errors)
    {
        if (body.Object("client", FieldRules.Required) is not { } fields)
        {
            return null;
        }

        var givenName = CitizenNumbers.RefusedIn(fields.Text("givenName", most: 100, FieldRules.Required), fields.At("givenName"), errors);
        var familyName = CitizenNumbers.RefusedIn(fields.Text("familyName", most: 100, FieldRules.Required), fields.At("familyName"), errors);
        var birthDate = BirthDateOf(fields, today, errors, FieldRules.Required);
        var phone = fields.Text("phone", FieldFormat.Phone);
        var email = CitizenNumbers.RefusedIn(fields.Text("email", FieldFormat.Email), fields.At("email"), errors);
        var postalCode = fields.Text("postalCode", FieldFormat.Postal);
        var language = fields.Text("language", FieldFormat.Language) ?? "nl";
        var preferred = fields.Choice<ContactChannel>("preferredContact");
        RefuseUnreachable(fields, preferred, errors);
        fields.RefuseOthers(CitizenNumbers.RuleOfUnknown);

        return givenName is null || familyName is null || birthDate is null
            ? null
            : new ClientDetails(givenName, familyName, birthDate.Value, phone, email, PostalCode.Normalise(postalCode), language, preferred);
    }

    /// <summary>Reads the day on which somebody was born: from 1900 on, and not in the future.</summary>
    public static DateOnly? BirthDateOf(JsonFields fields, DateOnly today, FieldErrors errors, FieldRule? required = null)
    {
        var date = fields.Date("birthDate", required);
        return date > today ? errors.Refuse<DateOnly?>(fields.At("birthDate"), IntakeRules.BirthDateInFuture)
            : date < Earliest ? errors.Refuse<DateOnly?>(fields.At("birthDate"), IntakeRules.BirthDateTooEarly)
            : date;
    }

    static void RefuseUnreachable(JsonFields fields, ContactChannel? preferred, FieldErrors errors)
    {
        if (!fields.Has("phone") && !fields.Has("email"))
        {
            errors.Add(fields.At("phone"), IntakeRules.ContactMissing);
        }
        else if (preferred is { } channel && !fields.Has(channel == ContactChannel.Email ? "email" : "phone"))
        {
            errors.Add(fields.At("preferredContact"), IntakeRules.PreferredContactMissing);
        }
    }
}
