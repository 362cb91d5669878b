using Workflows.Functions.Directory;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Codes;

/// <summary>A timeline in words. What only the process needs to know is left out.</summary>
sealed class TimelineTexts(Organisation? organisation, Language language)
{
    /// <summary>The event as it is shown; null when people have nothing to learn from it.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="dossier">The dossier's sections, for who may read the texts that go with the event.</param>
    public TimelineItem? Item(ReferralEvent happened, IReadOnlyDictionary<string, string>? dossier = null) => What(happened.Change) is { } what
        ? new(happened.At, what, Who(happened.By)) { Detail = SectionOf(happened.Change) is { } section ? dossier?.GetValueOrDefault(section) : null, Again = Again(happened.Change) }
        : null;

    /// <summary>Who did something, as the organisation calls them; null for the process itself.</summary>
    public string? Who(Actor by) => by.Role switch
    {
        Role.Process => null,
        Role.Worker or Role.Coordinator => by.OnBehalfOf is { } other ? T("OnBehalfOf", Worker(by.Id), Worker(other)) : Worker(by.Id),
        Role.Referrer => organisation?.Practice(by.Id)?.Name ?? by.Id,
        Role.Client => T("Client"),
        _ => by.Id,
    };

    /// <summary>A worker's name; the id of one who is no longer in the directory.</summary>
    public string Worker(string id) => organisation?.Worker(id)?.Name ?? id;

    /// <summary>What happened, in a few words.</summary>
    public string? What(Change change) => change switch
    {
        CandidatesRanked or MessageDeferred or DeferredMessageDue or SlotProposed { At: null } => null,

        OfferMade made => T("OfferMade", Worker(made.Worker)),
        OfferReminded reminded => T("OfferReminded", Worker(reminded.Worker)),
        OfferDeclined declined => T("OfferDeclined", Worker(declined.Worker), Of(declined.Reason)),
        OfferLapsed lapsed => T("OfferLapsed", Worker(lapsed.Worker)),
        OfferWithdrawn withdrawn => T("OfferWithdrawn", Worker(withdrawn.Worker)),
        CoordinatorNeeded needed => T("CoordinatorNeeded", Of(needed.Reason)),
        OfferAccepted accepted => T("OfferAccepted", Worker(accepted.Worker)),
        WorkerAssigned { InsteadOf: { } former } assigned => T("WorkerAssigned.InsteadOf", Worker(assigned.Worker), Worker(former)),
        WorkerAssigned assigned => T("WorkerAssigned", Worker(assigned.Worker)),
        TakeOverSought sought => T("TakeOverSought", Worker(sought.Worker)),
        WorkerLeft left => T("WorkerLeft", Worker(left.Worker)),

        SlotProposed { At: { } slot } => T("SlotProposed", Dates.Moment(slot, language)),
        HandoverPlanned planned => T("HandoverPlanned", Dates.Moment(planned.At, language), Of(planned.Form)),
        SupportStarted started => T(started.ByPhone ? "SupportStarted.ByPhone" : "SupportStarted"),

        ContactLogged contact => T("ContactLogged", Of(contact.Kind)),
        GoalSet goal => T("GoalSet", goal.Score),
        ArrangementChosen chosen => T(chosen.Accompanied ? "ArrangementChosen.Accompanied" : "ArrangementChosen", CodeTexts.Of(chosen.Arrangement, language)),
        AttendanceRecorded attendance => T(attendance.Attended ? "AttendanceRecorded.Yes" : "AttendanceRecorded.No"),
        MeasurementRecorded measurement => T("MeasurementRecorded", CodeTexts.OfInstrument(measurement.Instrument, language)),
        WorkerReminded reminded => T("WorkerReminded", reminded.Stage),
        AftercareAsked asked => T("AftercareAsked", asked.Number),

        FeedbackGiven given => T("FeedbackGiven", Of(given.Moment)),
        FeedbackDelivered delivered => T("FeedbackDelivered", Of(delivered.Channel)),
        OutcomeRecorded recorded => T("OutcomeRecorded", string.Join(", ", ((string?[])
            [Of(recorded.Outcome), recorded.Reason is { } reason ? Of(reason) : null, recorded.Arrangement is { } arrangement ? CodeTexts.Of(arrangement, language) : null]).OfType<string>())),

        PutOnHold hold => T("PutOnHold", Dates.Day(hold.Until, language), Of(hold.Reason)),
        CancellationRequested requested => T("CancellationRequested", Of(requested.Reason)),
        Cancelled cancelled => T("Cancelled", Of(cancelled.Reason)),
        Rejected rejected => T("Rejected", Of(rejected.Reason)),
        Reopened reopened => T("Reopened", Of(reopened.Reason)),
        MarkedEnteredInError marked => T("MarkedEnteredInError", Of(marked.Reason)),

        RightRequested requested => T("RightRequested", Of(requested.Right)),
        RequestReminded reminded => T("RequestReminded", Of(reminded.Right)),
        RequestOverdue overdue => T("RequestOverdue", Of(overdue.Right)),
        RequestAnswered { IsGranted: true } answered => T("RequestAnswered.Yes", Of(answered.Right)),
        RequestAnswered answered => T("RequestAnswered.No", Of(answered.Right), Of(answered.Ground!.Value)),
        SharingChanged changed => T(changed.SharesContent ? "SharingChanged.Yes" : "SharingChanged.No"),

        _ => T(change.GetType().Name),
    };

    /// <summary>What reminders are called when there are many.</summary>
    string? Again(Change change) => change switch
    {
        RequestReminded reminded => string.Format(language.Culture, CodeTexts.Text("Again.RequestReminded", language), "{0}", Of(reminded.Right)),
        OfferReminded or CoordinatorReminded or HandoverReminded or WorkerReminded or FoundStuck or AcknowledgementReminded => CodeTexts.Text($"Again.{change.GetType().Name}", language),
        _ => null,
    };

    /// <summary>The dossier section of what somebody wrote with it. Messages have a page of their own, and feedback has lines.</summary>
    static string? SectionOf(Change change) => change switch
    {
        OfferDeclined declined => declined.Note,
        CoordinatorNeeded needed => needed.Note,
        HandoverPlanned planned => planned.Place,
        ContactLogged contact => contact.Note,
        GoalSet goal => goal.Text,
        StoryShared shared => shared.Text,
        MeasurementRecorded measurement => measurement.Note,
        RightRequested requested => requested.Note,
        RequestAnswered answered => answered.Note,
        _ => null,
    };

    string Of<T>(T code)
        where T : struct, Enum => CodeTexts.Of(code, language);

    string T(string name, params ReadOnlySpan<object?> values) => CodeTexts.Text($"Change.{name}", language, values);
}
