using Workflows.Functions.Directory;
using Workflows.Functions.Pages.Codes;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Mine;

/// <summary>A timeline in words for the client. What an organisation sorts out among its own people is left out; in the file with everything it stands.</summary>
static class MyTimeline
{
    public static TimelineItem? Item(ReferralEvent happened, Organisation organisation, Language language)
    {
        var what = happened.Change switch
        {
            Received => T("Received"),
            OfferAccepted accepted => T("Taken", Worker(accepted.Worker)),
            WorkerAssigned assigned => T("Taken", Worker(assigned.Worker)),
            HandoverPlanned planned => T("HandoverPlanned", Dates.Moment(planned.At, language)),
            HandoverMoved => T("HandoverMoved"),
            HandoverMissed => T("HandoverMissed"),
            SupportStarted => T("SupportStarted"),
            ArrangementChosen chosen => T("ArrangementChosen", CodeTexts.Of(chosen.Arrangement, language)),
            MeasurementRecorded measurement => T("MeasurementRecorded", CodeTexts.OfInstrument(measurement.Instrument, language)),
            FeedbackGiven { Lines: not null } => T("FeedbackGiven"),
            FeedbackGiven given => T($"FeedbackGiven.{given.Moment}"),
            OutcomeRecorded { Outcome: OutcomeKind.Completed } => T("Completed"),
            OutcomeRecorded => T("NotStarted"),
            PutOnHold hold => T("PutOnHold", Dates.Day(hold.Until, language)),
            Resumed => T("Resumed"),
            Rejected => T("Rejected"),
            Cancelled => T("Cancelled"),
            Reopened => T("Reopened"),
            MarkedEnteredInError => T("MarkedEnteredInError"),
            ConsentWithdrawn => T("ConsentWithdrawn"),
            RightRequested requested => T("RightRequested", CodeTexts.Of(requested.Right, language)),
            RequestAnswered answered => T("RequestAnswered", CodeTexts.Of(answered.Right, language)),
            DetailsCorrected => T("DetailsCorrected"),
            SharingChanged changed => T(changed.SharesContent ? "SharingChanged.Yes" : "SharingChanged.No"),
            _ => null,
        };
        return what is null ? null : new(happened.At, what);

        string Worker(string id) => organisation.Worker(id)?.Name ?? T("SomeWorker");
        string T(string name, params ReadOnlySpan<object?> values) => PageTexts.Of(typeof(MyTimeline), $"Happened.{name}", language, values);
    }
}
