using Workflows.Functions.Pages.Codes;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Cases;

/// <summary>The commands that somebody gives on the screens, and what each form asks. What is possible when and for whom, the domain's transition table says.</summary>
static class CaseCommands
{
    /// <summary>In the order in which they are offered: what brings a referral further first, ways out last.</summary>
    public static IReadOnlyList<string> InOrder { get; } =
    [
        "accept", "decline", "waitlist", "request-assessment", "merge", "answer-request", "acknowledge-feedback", "assign", "reject",
        "resume", "record-handover", "plan-handover", "log-contact", "record-outcome", "choose-arrangement", "record-attendance", "set-goal", "record-measurement", "write-message",
        "give-interim-feedback", "approve-story", "share-story", "withdraw-story", "put-on-hold", "correct-details", "change-sharing", "request-right", "report-worker-unavailable", "reopen",
        "cancel", "request-cancellation", "withdraw-consent", "mark-entered-in-error",
    ];

    static readonly OutcomeReason[] OnlyOfACompletedOne = [OutcomeReason.GoalReached, OutcomeReason.ContinuesIndependently, OutcomeReason.StoppedByClient];

    static readonly OutcomeReason[] OnlyOfOneThatNeverStarted = [OutcomeReason.NoShow, OutcomeReason.DeclinedByClient];

    /// <summary>What may be given now. Where the content would be refused whatever it is, the command is not offered either.</summary>
    public static IReadOnlyList<string> OpenTo(SeenReferral seen) =>
        [.. InOrder.Intersect(seen.MayReadDossier ? Transitions.OpenTo(seen.Referral, seen.Caller).Select(line => line.Name) : []).Where(command => CanSucceed(command, seen.Referral) && IsFor(command, seen))];

    /// <summary>Whether the command ends the referral before its time: nobody should give it because it lies at hand.</summary>
    public static bool IsWayOut(string command) => command is "cancel" or "request-cancellation" or "withdraw-consent" or "mark-entered-in-error";

    /// <summary>Whether the command brings the referral further, and is no way out and no care for the data beside it.</summary>
    public static bool IsNextStep(string command) => !IsWayOut(command) && command is not ("correct-details" or "change-sharing" or "request-right");

    /// <summary>What a command's form asks; null for one that has no such form. Choices that only the tables know are still to come.</summary>
    public static IReadOnlyList<AskedField>? FieldsOf(string command, Referral referral, Language language) => command switch
    {
        "accept" or "resume" or "withdraw-consent" => [],
        "decline" => [Choose<DeclineReason>("reason", language), AskedField.OfText("note") with { IsOptional = true }],
        "waitlist" => [AskedField.OfDay("until")],
        "request-assessment" => [AskedField.OfText("note")],
        "reject" => [Choose<RejectReason>("reason", language)],
        "merge" => [AskedField.OfFixed("into", referral.Offer.DuplicateOf ?? "")],
        "assign" => [AskedField.OfWorker("worker")],
        "report-worker-unavailable" => [AskedField.OfFixed("worker", referral.Worker ?? referral.Offer.Worker ?? "")],
        "plan-handover" => [AskedField.OfSlot("at"), Choose<HandoverForm>("form", language), AskedField.OfText("place") with { IsOptional = true }],
        "record-handover" => [Choose<HandoverResult>("result", language)],
        "log-contact" => [Choose<ContactKind>("kind", language), AskedField.OfText("note") with { IsOptional = true }],
        "set-goal" => [AskedField.OfText("text"), AskedField.OfNumber("score")],
        "choose-arrangement" => [Arrangements(language), AskedField.OfFlag("accompanied")],
        "record-attendance" => [AskedField.OfFlag("attended")],
        "put-on-hold" => [Choose<HoldReason>("reason", language), AskedField.OfDay("until")],
        "cancel" or "request-cancellation" => [Choose<CancelReason>("reason", language, CancelReason.ConsentWithdrawn)],
        "reopen" => [Choose<ReopenReason>("reason", language)],
        "mark-entered-in-error" => [Choose<ErrorReason>("reason", language)],
        "acknowledge-feedback" => [Unseen(referral, language)],
        "give-interim-feedback" => [AskedField.OfLines("lines")],
        "change-sharing" => [AskedField.OfFlag("shareContentWithReferrer")],
        "correct-details" =>
        [
            AskedField.OfLine("details.givenName"), AskedField.OfLine("details.familyName"), AskedField.OfDay("details.birthDate") with { IsOptional = true },
            AskedField.OfPhone("details.phone"), AskedField.OfLine("details.email"), AskedField.OfLine("details.postalCode"),
        ],
        "request-right" => [Choose("right", language, [.. referral.Requests.Select(open => open.Right)]), AskedField.OfText("note") with { IsOptional = true }],
        "answer-request" =>
        [
            Requested(referral, language), AskedField.OfFlag("granted"), Choose<RequestGround>("ground", language) with { IsOptional = true }, AskedField.OfText("note") with { IsOptional = true },
        ],
        "share-story" => [AskedField.OfText("text"), AskedField.OfFlag("consent")],
        "approve-story" => [StoriesOf(referral.Stories.Where(story => !story.IsApproved), language)],
        "withdraw-story" => [StoriesOf(referral.Stories, language)],
        "record-outcome" => referral.Support is null
            ? [AskedField.OfFixed("outcome", Code.Of(OutcomeKind.NotStarted)), Choose("reason", language, OnlyOfACompletedOne), AskedField.OfLines("lines") with { IsOptional = true }]
            :
            [
                AskedField.OfFixed("outcome", Code.Of(OutcomeKind.Completed)), Choose("reason", language, OnlyOfOneThatNeverStarted),
                Arrangements(language) with { IsOptional = true }, AskedField.OfLines("lines") with { IsOptional = true },
            ],
        _ => null,
    };

    /// <summary>What a decision is made on: where the referral stands, since when, and with whom. Reminders change nothing about it.</summary>
    public static string BasisOf(Referral referral) => $"{referral.Status}.{referral.StatusSince.UtcTicks}.{referral.Worker}.{referral.Offer.Worker}";

    static bool CanSucceed(string command, Referral referral) => command switch
    {
        "record-attendance" => referral.Support?.Arrangement is not null,
        "record-measurement" => referral.Pathway.Instruments.Count > 0,
        "write-message" => referral.Submission.SharesContentWithReferrer,
        "give-interim-feedback" => referral.Pathway.Feedback.Moments.Contains(FeedbackMoment.Progress),
        "reject" => referral.Support is null,
        "merge" => referral.Offer.DuplicateOf is not null,
        "record-outcome" => referral.Support is not null || referral.Worker is not null,
        "acknowledge-feedback" => referral.Feedback.Any(IsUnseen),
        "answer-request" => referral.Requests.Count > 0,
        "approve-story" => referral.Stories.Any(story => !story.IsApproved),
        "withdraw-story" => referral.Stories.Count > 0,
        "report-worker-unavailable" => !referral.Status.IsClosed && (referral.Worker ?? referral.Offer.Worker) is not null,
        _ => true,
    };

    /// <summary>A practice withdraws what nobody has taken and asks to stop what somebody has; what it was told it reads where it says that it has seen it.</summary>
    static bool IsFor(string command, SeenReferral seen) => command switch
    {
        "cancel" => seen.Caller.Role != Role.Referrer || seen.Referral.Worker is null,
        "request-cancellation" => seen.Referral is { Worker: not null, CancellationIsRequested: false },
        "acknowledge-feedback" => seen.Caller.Role != Role.Referrer,
        _ => true,
    };

    static bool IsUnseen(FeedbackState given) => given is { IsAcknowledged: false, IsPast: false } && (given.Moment is FeedbackMoment.End || given.IsUndeliverable);

    /// <summary>Which feedback the practice has heard of by another way.</summary>
    static AskedField Unseen(Referral referral, Language language) => referral.Feedback.Where(IsUnseen).ToList() switch
    {
        [var only] => AskedField.OfFixed("feedback", only.Id),
        var several => AskedField.OfChoice("feedback", [.. several.Select(given => new Choice(given.Id, $"{Capital(CodeTexts.Of(given.Moment, language))}, {Dates.Day(given.GivenAt, language)}"))]),
    };

    /// <summary>What of the client's wishes is answered.</summary>
    static AskedField Requested(Referral referral, Language language) => referral.Requests is [var only]
        ? AskedField.OfFixed("right", Code.Of(only.Right))
        : AskedField.OfChoice("right", [.. referral.Requests.Select(open => new Choice(Code.Of(open.Right), Capital(CodeTexts.Of(open.Right, language))))]);

    /// <summary>By whom and when: the words themselves are in the dossier.</summary>
    static AskedField StoriesOf(IEnumerable<StoryState> stories, Language language) =>
        AskedField.OfStory("story", [.. stories.Select(story => new Choice(story.Id, CommandTexts.Text($"Story.{story.By}", language, Dates.Day(story.At, language))))]);

    static AskedField Choose<T>(string name, Language language, params ReadOnlySpan<T> without)
        where T : struct, Enum => AskedField.OfChoice(name, [.. Enum.GetValues<T>().Except(without.ToArray()).Select(code => new Choice(Code.Of(code), Capital(CodeTexts.Of(code, language))))]);

    static AskedField Arrangements(Language language) =>
        AskedField.OfChoice("arrangement", [.. Enum.GetValues<Arrangement>().Select(arrangement => new Choice(Code.Of(arrangement), CodeTexts.Of(arrangement, language)))]);

    /// <summary>The words stand in sentences elsewhere.</summary>
    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
