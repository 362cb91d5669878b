using Workflows.Functions.Pages.Codes;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Cases;

/// <summary>The commands that a worker gives on the screens, and what each form asks. What is possible when, the domain's transition table says.</summary>
static class CaseCommands
{
    /// <summary>In the order in which they are offered: what comes next in a referral's life first, ways out last.</summary>
    static readonly string[] InOrder =
    [
        "accept", "decline", "waitlist", "request-assessment", "reject",
        "resume", "record-handover", "plan-handover", "log-contact", "record-outcome", "choose-arrangement", "record-attendance", "set-goal", "record-measurement", "write-message",
        "give-interim-feedback", "put-on-hold", "cancel", "withdraw-consent",
    ];

    static readonly OutcomeReason[] OnlyOfACompletedOne = [OutcomeReason.GoalReached, OutcomeReason.ContinuesIndependently, OutcomeReason.StoppedByClient];

    static readonly OutcomeReason[] OnlyOfOneThatNeverStarted = [OutcomeReason.NoShow, OutcomeReason.DeclinedByClient];

    /// <summary>What may be given now. Where the content would be refused whatever it is, the command is not offered either.</summary>
    public static IReadOnlyList<string> OpenTo(SeenReferral seen) =>
    [
        .. InOrder.Intersect(seen.MayReadDossier ? Transitions.OpenTo(seen.Referral, seen.Caller).Select(line => line.Name) : [])
            .Where(command => command switch
            {
                "record-attendance" => seen.Referral.Support?.Arrangement is not null,
                "record-measurement" => seen.Referral.Pathway.Instruments.Count > 0,
                "write-message" => seen.Referral.Submission.SharesContentWithReferrer,
                "give-interim-feedback" => seen.Referral.Pathway.Feedback.Moments.Contains(FeedbackMoment.Progress),
                _ => true,
            }),
    ];

    /// <summary>What a command's form asks; null for one that has no such form.</summary>
    public static IReadOnlyList<AskedField>? FieldsOf(string command, Referral referral, Language language) => command switch
    {
        "accept" or "resume" or "withdraw-consent" => [],
        "decline" => [Choose<DeclineReason>("reason", language), AskedField.OfText("note") with { IsOptional = true }],
        "waitlist" => [AskedField.OfDay("until")],
        "request-assessment" => [AskedField.OfText("note")],
        "reject" => [Choose<RejectReason>("reason", language)],
        "plan-handover" => [AskedField.OfSlot("at"), Choose<HandoverForm>("form", language), AskedField.OfText("place") with { IsOptional = true }],
        "record-handover" => [Choose<HandoverResult>("result", language)],
        "log-contact" => [Choose<ContactKind>("kind", language), AskedField.OfText("note") with { IsOptional = true }],
        "set-goal" => [AskedField.OfText("text"), AskedField.OfNumber("score")],
        "choose-arrangement" => [Arrangements(language), AskedField.OfFlag("accompanied")],
        "record-attendance" => [AskedField.OfFlag("attended")],
        "put-on-hold" => [Choose<HoldReason>("reason", language), AskedField.OfDay("until")],
        "cancel" => [Choose<CancelReason>("reason", language, CancelReason.ConsentWithdrawn)],
        "give-interim-feedback" => [AskedField.OfLines("lines")],
        "record-outcome" => referral.Support is null
            ? [AskedField.OfFixed("outcome", Code.Of(OutcomeKind.NotStarted)), Choose("reason", language, OnlyOfACompletedOne), AskedField.OfLines("lines") with { IsOptional = true }]
            :
            [
                AskedField.OfFixed("outcome", Code.Of(OutcomeKind.Completed)), Choose("reason", language, OnlyOfOneThatNeverStarted),
                Arrangements(language) with { IsOptional = true }, AskedField.OfLines("lines") with { IsOptional = true },
            ],
        _ => null,
    };

    static AskedField Choose<T>(string name, Language language, params ReadOnlySpan<T> without)
        where T : struct, Enum => AskedField.OfChoice(name, [.. Enum.GetValues<T>().Except(without.ToArray()).Select(code => new Choice(Code.Of(code), Capital(CodeTexts.Of(code, language))))]);

    static AskedField Arrangements(Language language) =>
        AskedField.OfChoice("arrangement", [.. Enum.GetValues<Arrangement>().Select(arrangement => new Choice(Code.Of(arrangement), CodeTexts.Of(arrangement, language)))]);

    /// <summary>The words stand in sentences elsewhere.</summary>
    static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
