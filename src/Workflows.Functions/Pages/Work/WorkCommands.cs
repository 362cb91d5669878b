using Workflows.Functions.Pages.Codes;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Work;

/// <summary>The commands that a worker gives on the screens, and what each form asks. What is possible when, the domain's transition table says.</summary>
static class WorkCommands
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
    public static IReadOnlyList<WorkField>? FieldsOf(string command, Referral referral, Language language) => command switch
    {
        "accept" or "resume" or "withdraw-consent" => [],
        "decline" => [Choose<DeclineReason>("reason", language), WorkField.OfText("note") with { IsOptional = true }],
        "waitlist" => [WorkField.OfDay("until")],
        "request-assessment" => [WorkField.OfText("note")],
        "reject" => [Choose<RejectReason>("reason", language)],
        "plan-handover" => [WorkField.OfSlot("at"), Choose<HandoverForm>("form", language), WorkField.OfText("place") with { IsOptional = true }],
        "record-handover" => [Choose<HandoverResult>("result", language)],
        "log-contact" => [Choose<ContactKind>("kind", language), WorkField.OfText("note") with { IsOptional = true }],
        "set-goal" => [WorkField.OfText("text"), WorkField.OfNumber("score")],
        "choose-arrangement" => [Arrangements(language), WorkField.OfFlag("accompanied")],
        "record-attendance" => [WorkField.OfFlag("attended")],
        "put-on-hold" => [Choose<HoldReason>("reason", language), WorkField.OfDay("until")],
        "cancel" => [Choose<CancelReason>("reason", language, CancelReason.ConsentWithdrawn)],
        "give-interim-feedback" => [WorkField.OfLines("lines")],
        "record-outcome" => referral.Support is null
            ? [WorkField.OfFixed("outcome", Code.Of(OutcomeKind.NotStarted)), Choose("reason", language, OnlyOfACompletedOne), WorkField.OfLines("lines") with { IsOptional = true }]
            :
            [
                WorkField.OfFixed("outcome", Code.Of(OutcomeKind.Completed)), Choose("reason", language, OnlyOfOneThatNeverStarted),
                Arrangements(language) with { IsOptional = true }, WorkField.OfLines("lines") with { IsOptional = true },
            ],
        _ => null,
    };

    static WorkField Choose<T>(string name, Language language, params ReadOnlySpan<T> without)
        where T : struct, Enum => WorkField.OfChoice(name, [.. Enum.GetValues<T>().Except(without.ToArray()).Select(code => new Choice(Code.Of(code), Capital(CodeTexts.Of(code, language))))]);

    static WorkField Arrangements(Language language) =>
        WorkField.OfChoice("arrangement", [.. Enum.GetValues<Arrangement>().Select(arrangement => new Choice(Code.Of(arrangement), CodeTexts.Of(arrangement, language)))]);

    /// <summary>The words stand in sentences elsewhere.</summary>
    static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
