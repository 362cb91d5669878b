using Workflows.Functions.Intake;
using Workflows.Functions.Problems;

namespace Workflows.Functions.Clients;

/// <summary>What of a client's details is put right; null stands for what stays as it is.</summary>
/// <param name="GivenName">The first name, or what the person is called.</param>
/// <param name="FamilyName">The last name with what stands before it.</param>
/// <param name="BirthDate">From 1900 on, and not in the future.</param>
/// <param name="Phone">E.164.</param>
/// <param name="Email">One address.</param>
/// <param name="PostalCode">"3011 ED".</param>
/// <param name="Language">The language to speak with the person, such as "nl".</param>
sealed record Correction(
    string? GivenName = null, string? FamilyName = null, DateOnly? BirthDate = null, string? Phone = null, string? Email = null, string? PostalCode = null, string? Language = null)
{
    static readonly Correction Nothing = new();

    /// <summary>Reads the field <c>details</c> of a body. Wrong fields are added to the errors.</summary>
    public static Correction? Read(JsonFields body, DateOnly today, FieldErrors errors)
    {
        if (body.Object("details", FieldRules.Required) is not { } fields)
        {
            return null;
        }

        var read = new Correction(
            CitizenNumbers.RefusedIn(fields.Text("givenName", most: 100), fields.At("givenName"), errors),
            CitizenNumbers.RefusedIn(fields.Text("familyName", most: 100), fields.At("familyName"), errors),
            ClientReader.BirthDateOf(fields, today, errors),
            fields.Text("phone", FieldFormat.Phone),
            CitizenNumbers.RefusedIn(fields.Text("email", FieldFormat.Email), fields.At("email"), errors),
            PostalCodeOf(fields),
            fields.Text("language", FieldFormat.Language));
        fields.RefuseOthers(CitizenNumbers.RuleOfUnknown);
        if (read == Nothing && !errors.Any)
        {
            errors.Add(body.At("details"), FieldRules.Empty);
        }

        return read;
    }

    /// <summary>The details as they are right.</summary>
    public ClientDetails In(ClientDetails details) => details with
    {
        GivenName = GivenName ?? details.GivenName,
        FamilyName = FamilyName ?? details.FamilyName,
        BirthDate = BirthDate ?? details.BirthDate,
        Phone = Phone ?? details.Phone,
        Email = Email ?? details.Email,
        PostalCode = PostalCode ?? details.PostalCode,
        Language = Language ?? details.Language,
    };

    static string? PostalCodeOf(JsonFields fields) =>
        fields.Text("postalCode", FieldFormat.Postal) is { } code ? Workflows.Referrals.Identifiers.PostalCode.Normalise(code) : null;
}
