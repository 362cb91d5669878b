using Workflows.Functions.Intake;
using Workflows.Functions.Pages.Codes;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Functions.Storage;
using Workflows.Referrals.Timeline;
using Workflows.Referrals.Vocabulary;

namespace Workflows.Functions.Pages.Cases;

/// <summary>Whom a referral is about and who referred, as the worker needs it.</summary>
/// <param name="Name">The client's name.</param>
/// <param name="BirthDate">The client's date of birth.</param>
/// <param name="Phone">E.164; null without one.</param>
/// <param name="Email">Null without one.</param>
/// <param name="PostalCode">Null for who has no address.</param>
/// <param name="Language">The language to speak, by its own name.</param>
/// <param name="Preferred">How the client wants to be reached, in words; null for no preference.</param>
/// <param name="Reasons">In words, with their codes.</param>
/// <param name="Question">What the referrer asks; null without words.</param>
/// <param name="Referrer">The referrer's name and role.</param>
/// <param name="ReferrerPhone">E.164; null without one.</param>
/// <param name="ReferrerEmail">Null without one.</param>
/// <param name="Consent">On what ground the data may be used, and since when.</param>
/// <param name="SharesContent">Whether the practice may read more than that something happened.</param>
/// <param name="Others">What a form asked beyond the fields of a referral, with the answers.</param>
public sealed record ClientCard(
    string Name, DateOnly BirthDate, string? Phone, string? Email, string? PostalCode, string Language, string? Preferred, IReadOnlyList<string> Reasons, string? Question,
    string Referrer, string? ReferrerPhone, string? ReferrerEmail, string Consent, bool SharesContent, IReadOnlyList<Choice> Others)
{
    /// <summary>The client's age in whole years on that day.</summary>
    public int AgeOn(DateOnly day) => day.Year - BirthDate.Year - (day < BirthDate.AddYears(day.Year - BirthDate.Year) ? 1 : 0);

    internal static ClientCard Of(IReadOnlyDictionary<string, string> dossier, Language language)
    {
        var client = DossierSections.Read<ClientDetails>(dossier[DossierSection.Client]);
        var referrer = DossierSections.Read<ReferrerDetails>(dossier[DossierSection.Referrer]);
        var question = DossierSections.Read<QuestionSection>(dossier[DossierSection.Question]);
        var consent = DossierSections.Read<ConsentDetails>(dossier[DossierSection.Consent]);
        return new(
            NameOf(client), client.BirthDate, client.Phone, client.Email, client.PostalCode, Spoken(client.Language),
            client.PreferredContact is { } preferred ? CodeTexts.Of(preferred, language) : null,
            [.. question.Reasons.Select(reason => $"{WelfareVocabulary.Reason(reason.Code).Text.In(language)} ({reason.Code})")],
            question.Question,
            $"{referrer.Name}, {CodeTexts.Of(referrer.Role, language)}", referrer.Phone, referrer.Email,
            $"{CodeTexts.Of(consent.Ground, language)}, {Dates.Day(consent.RecordedAt, language)}", consent.ShareContentWithReferrer,
            dossier.TryGetValue(DossierSection.Unmapped, out var unmapped)
                ? [.. DossierSections.Read<ValueList<UnmappedAnswer>>(unmapped).Select(answer => new Choice(answer.Question, string.Join(", ", answer.Answers)))]
                : []);
    }

    internal static string NameOf(ClientDetails client) => $"{client.GivenName} {client.FamilyName}";

    /// <summary>A language in its own words, as on the referral form.</summary>
    static string Spoken(string code) => System.Globalization.CultureInfo.GetCultureInfo(code).NativeName;
}
