using System.Text.Json.Serialization;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Intake;

/// <summary>The dossier's section <c>consent</c>: on what ground the data may be used, and how far.</summary>
/// <param name="Ground">The legal ground.</param>
/// <param name="RecordedAt">When it was recorded at the practice; never in the future.</param>
/// <param name="ShareContentWithReferrer">False: the referrer gets codes and moments only.</param>
sealed record ConsentDetails(LegalGround Ground, DateTimeOffset RecordedAt, bool ShareContentWithReferrer);

/// <summary>The grounds of article 6 GDPR on which a referral can rest.</summary>
[JsonConverter(typeof(EnumAsText<LegalGround>))]
enum LegalGround
{
    /// <summary>Article 6(1)(a): the person said yes.</summary>
    Consent,

    /// <summary>Article 6(1)(e): the municipality's task under the Social Support Act (Wmo 2015).</summary>
    PublicTask,
}
