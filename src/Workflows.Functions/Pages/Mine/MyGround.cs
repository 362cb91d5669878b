using Workflows.Functions.Intake;
using Workflows.Functions.Problems;
using Workflows.Functions.Storage;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Mine;

/// <summary>Why a client's data may be used, in words for the client.</summary>
static class MyGround
{
    public static string Of(Referral referral, IReadOnlyDictionary<string, string> dossier, Language language)
    {
        var consent = DossierSections.Read<ConsentDetails>(dossier[DossierSection.Consent]);
        return PageTexts.Of(
            typeof(MyGround), referral.ConsentIsWithdrawn ? "Ground.withdrawn" : $"Ground.{Code.Of(consent.Ground)}", language, Dates.Day(consent.RecordedAt, language));
    }
}
