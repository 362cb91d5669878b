using Workflows.Functions.Problems;
using Workflows.Referrals.Outcomes;
using Workflows.Referrals.Timeline;
using Workflows.Referrals.Vocabulary;

namespace Workflows.Functions.Pages.Codes;

/// <summary>What the domain's codes are called on the screens.</summary>
static class CodeTexts
{
    public static string Of<T>(T code, Language language)
        where T : struct, Enum => Text($"{typeof(T).Name}.{code}", language);

    /// <summary>The vocabulary's own words: the referral form speaks of the same.</summary>
    public static string Of(Arrangement arrangement, Language language) =>
        WelfareVocabulary.Arrangements.First(known => known.Id == Code.Of(arrangement)).Text.In(language);

    /// <summary>The name of a questionnaire; one that does not come with the product is shown as its id.</summary>
    public static string OfInstrument(string instrument, Language language) => Instruments.Find(instrument)?.Name.In(language) ?? instrument;

    /// <summary>Why a referral has its status; null where it needs no reason.</summary>
    public static string? Reason(ReferralStatus status, string? reason, Language language) => reason is null ? null : status switch
    {
        ReferralStatus.AwaitingCoordinator => Named<CoordinatorReason>(reason, language),
        ReferralStatus.OnHold => Named<HoldReason>(reason, language),
        ReferralStatus.Completed or ReferralStatus.NotStarted => Named<OutcomeReason>(reason, language),
        ReferralStatus.Rejected => Named<RejectReason>(reason, language),
        ReferralStatus.Cancelled => Named<CancelReason>(reason, language),
        ReferralStatus.EnteredInError => Named<ErrorReason>(reason, language),
        _ => null,
    };

    /// <summary>A text of this folder.</summary>
    public static string Text(string name, Language language, params ReadOnlySpan<object?> values) => PageTexts.Of(typeof(CodeTexts), name, language, values);

    static string Named<T>(string reason, Language language)
        where T : struct, Enum => Of(Enum.Parse<T>(reason, ignoreCase: true), language);
}
