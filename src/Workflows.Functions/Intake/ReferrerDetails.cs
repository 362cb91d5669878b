using System.Text.Json.Serialization;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Intake;

/// <summary>The dossier's section <c>referrer</c>: who refers, and the sender's own number of the referral.</summary>
/// <param name="Name">As it is to be shown.</param>
/// <param name="Role">What the referrer does in care.</param>
/// <param name="Email">This or the phone number is there: receipt is confirmed to it.</param>
/// <param name="Phone">E.164.</param>
/// <param name="Reference">The sender's own number. It leads to a person in the sender's system, so that it is personal data too.</param>
sealed record ReferrerDetails(string Name, ReferrerRole Role, string? Email, string? Phone, string? Reference);

/// <summary>Who may refer.</summary>
[JsonConverter(typeof(EnumAsText<ReferrerRole>))]
enum ReferrerRole
{
    Gp,
    PracticeNurse,
    PracticeAssistant,
    Physiotherapist,
    CommunityNurse,
    Other,
}
