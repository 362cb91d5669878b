using Workflows.Referrals.Pathways;

namespace Workflows.Referrals.Outcomes;

/// <summary>Measures of one number: the answer is the score, and without an answer there is none.</summary>
static class SingleQuestion
{
    public static Instrument OwnGoal { get; } = Of(
        InstrumentIds.OwnGoal,
        new("Eigen doel", "Own goal"),
        "The client's own goal, scored by the client: 0 is as far away as can be, 10 is reached.",
        new("hoe dichtbij het eigen doel is", "how close the own goal is"),
        most: 10,
        higherIsBetter: true);

    /// <summary>The upper bound is one visit a day: above it a number was mistyped.</summary>
    public static Instrument GpVisits { get; } = Of(
        InstrumentIds.GpVisits,
        new("Huisartsbezoeken in de afgelopen 3 maanden", "GP visits in the last 3 months"),
        "A count, from the client or the GP's records.",
        new("aantal bezoeken in de afgelopen 3 maanden", "number of visits in the last 3 months"),
        most: 92,
        higherIsBetter: false);

    static Instrument Of(string id, LocalText name, string source, LocalText topic, int most, bool higherIsBetter) =>
        new(id, name, source, [new(id, id, topic)], least: 0, most, higherIsBetter, (instrument, answers) =>
            new(instrument.Id, answers[0], Category: null, Parts: [], Answered: answers[0] is null ? 0 : 1));
}
