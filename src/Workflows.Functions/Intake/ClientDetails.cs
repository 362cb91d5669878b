using System.Text.Json.Serialization;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Intake;

/// <summary>The dossier's section <c>client</c>: who is referred and how to reach that person.</summary>
/// <param name="GivenName">The first name, or what the person is called.</param>
/// <param name="FamilyName">The last name with what stands before it.</param>
/// <param name="BirthDate">From 1900 to today.</param>
/// <param name="Phone">E.164; this or the email address is there.</param>
/// <param name="Email">This or the phone number is there.</param>
/// <param name="PostalCode">"3011 ED"; null for who has no address.</param>
/// <param name="Language">The language to speak with the person, such as "nl".</param>
/// <param name="PreferredContact">How the person wants to be reached.</param>
sealed record ClientDetails(
    string GivenName,
    string FamilyName,
    DateOnly BirthDate,
    string? Phone,
    string? Email,
    string? PostalCode,
    string Language,
    ContactChannel? PreferredContact);

/// <summary>How to reach a person.</summary>
[JsonConverter(typeof(EnumAsText<ContactChannel>))]
enum ContactChannel
{
    Phone,
    Sms,
    Email,
}
