using System.Text.Json.Serialization;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Intake.Waiting;

/// <summary>Why a submission does not become a referral. Codes, because a free text would outlive the person's data.</summary>
[JsonConverter(typeof(EnumAsText<DiscardReason>))]
enum DiscardReason
{
    Duplicate,
    Test,
    Spam,
    NotAReferral,
    WithdrawnByPerson,
    NotSuitable,
    Other,
}
