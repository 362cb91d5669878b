using Workflows.Functions.Pages.Codes;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Referrals.Outcomes;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Mine;

/// <summary>What is asked of a client now: questionnaires that are due, and how it was.</summary>
static class MyTasks
{
    public static IReadOnlyList<MyTask> Of(SeenReferral seen, IReadOnlyList<ReferralEvent> events, Language language) => !MyScreens.OpenTo(seen).Contains("record-measurement") ? [] :
    [
        .. Due(seen.Referral, events).Select(instrument => new MyTask($"/mijn/vragenlijst/{instrument.Id}", Text("Task.Questionnaire", language, instrument.Name.In(language)))),
        .. seen.Referral.Status is ReferralStatus.Completed && TellsHowItWas(seen.Referral) && !IsFilledIn(InstrumentIds.Satisfaction, events) ? [new MyTask("/mijn/ervaring", Text("Task.Experience", language))] : Array.Empty<MyTask>(),
    ];

    /// <summary>The questionnaires that were asked for and not filled in since, by whomever.</summary>
    public static IReadOnlyList<Instrument> Due(Referral referral, IReadOnlyList<ReferralEvent> events)
    {
        var asked = events.LastOrDefault(happened => happened.Change is AftercareAsked);
        return asked is null ? [] :
        [
            .. referral.Pathway.Aftercare.Instruments
                .Where(instrument => !IsFilledIn(instrument, events.Where(happened => happened.Sequence > asked.Sequence)))
                .Select(Instruments.Find).OfType<Instrument>(),
        ];
    }

    /// <summary>Whether there is something to tell about, and the pathway asks it.</summary>
    public static bool TellsHowItWas(Referral referral) => referral.Support is not null && referral.Pathway.Instruments.Contains(InstrumentIds.Satisfaction);

    static bool IsFilledIn(string instrument, IEnumerable<ReferralEvent> events) => events.Any(happened => happened.Change is MeasurementRecorded recorded && recorded.Instrument == instrument);

    static string Text(string name, Language language, params ReadOnlySpan<object?> values) => PageTexts.Of(typeof(MyTasks), name, language, values);
}
