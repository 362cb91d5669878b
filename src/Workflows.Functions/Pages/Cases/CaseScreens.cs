using Workflows.Functions.Audit;
using Workflows.Functions.Directory;
using Workflows.Functions.Pages.Codes;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Functions.Security;
using Workflows.Functions.Storage;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Cases;

/// <summary>Gathers what the page of a referral shows.</summary>
sealed class CaseScreens(ReferralReader referrals, ListedCases listed, FeedbackOfCases feedback, DossierStore dossiers, DirectoryStore directory, AuditTrail trail, TimeProvider clock)
{
    /// <param name="seen">The referral as the caller sees it.</param>
    /// <param name="caller">The reader.</param>
    /// <param name="withClient">Whether the reader asked to see whom it is about, which is then recorded.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<CaseScreen> OfAsync(SeenReferral seen, Caller caller, bool withClient, Language language, CancellationToken cancellation)
    {
        var referral = seen.Referral;
        var organisation = await directory.OrganisationAsync(referral.Organisation, cancellation);
        var texts = new TimelineTexts(organisation, language);
        var dossier = withClient && seen.MayReadDossier ? await OpenDossierAsync(seen, caller, cancellation) : null;
        var events = await referrals.TimelineAsync(seen, cancellation);
        var now = clock.GetUtcNow();
        var isPractice = caller.Role == Role.Referrer;
        return new(
            referral.Id,
            referral.Status,
            CodeTexts.Reason(referral.Status, referral.StatusReason, language),
            organisation?.Practice(referral.Practice)?.Name ?? referral.Practice,
            referral.ReceivedAt,
            TurnOf(referral.WhoseTurn, texts, language),
            seen.MayReadDossier,
            seen.Caller.OnBehalfOf is { } other ? texts.Worker(other) : null,
            [.. Limits.Of(referral).Select(limit => DeadlineItem.Of(limit, now, language))],
            [.. referral.OpenDeadlines.Where(deadline => deadline.Kind != DeadlineKind.DeferredMessage && !Limits.IsOne(deadline.Kind)).Select(deadline => DeadlineItem.Of(deadline, now, language))],
            referral.Handover.At is null && referral.Handover.ProposedSlot > now ? referral.Handover.ProposedSlot : null,
            referral.Handover.At,
            CaseCommands.OpenTo(seen),
            [.. events.Reverse().Select(happened => texts.Item(happened, isPractice ? null : dossier)).OfType<TimelineItem>()],   // what the worker notes is not for the practice
            referral.CancellationIsRequested && !referral.Status.IsClosed,
            dossier is null ? null : ClientCard.Of(dossier, language) with { SharesContent = referral.Submission.SharesContentWithReferrer })
        {
            Latest = Latest(events, texts),
            Today = AmsterdamTime.DayOf(now),
            Worker = (referral.Worker ?? referral.Offer.Worker) is { } worker ? texts.Worker(worker) : null,
            Concerns = caller.Role == Role.Coordinator ? [.. Concern.Of(referral).Select(concern => ConcernItem.Of(concern, organisation))] : [],
            DuplicateOf = caller.Role == Role.Coordinator && !referral.Status.IsClosed ? referral.Offer.DuplicateOf : null,
            Organisation = organisation?.Name ?? referral.Organisation,
            Standing = isPractice ? Standing.Of(ListedReferral.Of(referral), texts, language) : null,
            Feedback = isPractice ? await feedback.OfAsync(seen, caller, cancellation) : null,
        };
    }

    /// <summary>Which referral a page is about, in words that a browser's history may keep.</summary>
    public async Task<string> AboutAsync(SeenReferral seen, Caller caller, Language language, CancellationToken cancellation)
    {
        var (referral, received) = (seen.Referral, Dates.Date(AmsterdamTime.DayOf(seen.Referral.ReceivedAt), language));
        return caller.Role == Role.Referrer
            ? CommandTexts.Text("About.Own", language, received)
            : CommandTexts.Text("About", language, (await directory.OrganisationAsync(referral.Organisation, cancellation))?.Practice(referral.Practice)?.Name ?? referral.Practice, received);
    }

    /// <summary>What somebody did to a referral last; null for one to which nothing happened that people learn from.</summary>
    public async Task<TimelineItem?> LatestAsync(SeenReferral seen, Language language, CancellationToken cancellation) =>
        Latest(await referrals.TimelineAsync(seen, cancellation), new TimelineTexts(await directory.OrganisationAsync(seen.Referral.Organisation, cancellation), language));

    /// <summary>The referral beside the one that seems to be about the same client, once it is recorded that the caller sees that one too; nothing when there is none.</summary>
    public async Task<IReadOnlyList<CaseItem>> PairAsync(SeenReferral seen, Caller caller, bool withNames, Language language, CancellationToken cancellation) =>
        seen.Referral.Offer.DuplicateOf is { } other
        && await referrals.OpenAsync(other, caller, AuditEvents.ReferralRead, ofPerson: false, cancellation) is { } found
        && await directory.OrganisationAsync(found.Referral.Organisation, cancellation) is { } organisation
            ? await listed.OfAsync([ListedReferral.Of(seen.Referral), ListedReferral.Of(found.Referral)], organisation, caller, withNames, language, cancellation)
            : [];

    /// <summary>What the client asked and waits for, in the client's words, once it is recorded that the caller reads those.</summary>
    public async Task<IReadOnlyList<OpenRequest>> RequestsAsync(SeenReferral seen, Caller caller, CancellationToken cancellation) =>
        OpenRequest.Of(seen.Referral, await referrals.TimelineAsync(seen, cancellation), await OpenDossierAsync(seen, caller, cancellation));

    /// <summary>What was done, and not what followed from it at the same moment.</summary>
    static TimelineItem? Latest(IReadOnlyList<ReferralEvent> events, TimelineTexts texts)
    {
        var told = events.Where(happened => texts.What(happened.Change) is not null).ToList();
        var last = told.LastOrDefault(happened => happened.By.Role is not Role.Process) ?? told.LastOrDefault();
        return told.FirstOrDefault(happened => happened.At == last?.At && happened.By == last.By) is { } first ? texts.Item(first) : null;
    }

    /// <summary>The whole dossier, once it is recorded that the caller reads it; null when there is nothing any more.</summary>
    async Task<IReadOnlyDictionary<string, string>?> OpenDossierAsync(SeenReferral seen, Caller caller, CancellationToken cancellation)
    {
        await trail.RecordAsync(AuditEvents.ClientRead, caller, seen);
        return await dossiers.ReadAllAsync(seen.Referral.Id, cancellation) is { Count: > 0 } sections ? sections : null;
    }

    static string? TurnOf(string? turn, TimelineTexts texts, Language language) => turn switch
    {
        null => null,
        "coordinator" or "referrer" => PageTexts.Of(typeof(ReferralPage), $"Turn.{turn}", language),
        _ => texts.Worker(turn),
    };
}
