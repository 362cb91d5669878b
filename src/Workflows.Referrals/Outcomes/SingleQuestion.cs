using Workflows.Referrals.Pathways;

namespace Workflows.Referrals.Outcomes;

/// <summary>Measures of one number: the answer is the score, and without an answer there is none.</summary>
static class SingleQuestion
{
    public static Instrument OwnGoal { get; } = Of(
        InstrumentIds.OwnGoal,
        new("Eigen doel", "Own goal"),
        new("Het eigen doel van de cliënt, door de cliënt gewaardeerd: 0 is zo ver weg als het kan, 10 is bereikt.", "The client's own goal, scored by the client: 0 is as far away as can be, 10 is reached."),
        new("hoe dichtbij het eigen doel is", "how close the own goal is"),
        most: 10,
        higherIsBetter: true);

    /// <summary>The upper bound is one visit a day: above it a number was mistyped.</summary>
    public static Instrument GpVisits { get; } = Of(
        InstrumentIds.GpVisits,
        new("Huisartsbezoeken in de afgelopen 3 maanden", "GP visits in the last 3 months"),
        new("Een telling, van de cliënt of uit het dossier van de huisarts.", "A count, from the client or the GP's records."),
        new("aantal bezoeken in de afgelopen 3 maanden", "number of visits in the last 3 months"),
        most: 92,
        higherIsBetter: false);

    public static Instrument Satisfaction { get; } = Of(
        InstrumentIds.Satisfaction,
        new("Tevredenheid", "Satisfaction"),
        new("Het cijfer dat de cliënt de begeleiding geeft: 0 is zo slecht als het kan, 10 zo goed.", "The client's own mark for the support: 0 is as bad as can be, 10 as good."),
        new("rapportcijfer voor de begeleiding", "mark for the support"),
        most: 10,
        higherIsBetter: true);

    public static Instrument StillActive { get; } = Of(
        InstrumentIds.StillActive,
        new("Nog actief", "Still active"),
        new("Het antwoord van de cliënt: 1 doet nog mee aan wat toen of later werd gevonden, 0 niet.", "The client's answer: 1 still takes part in what was arranged or found since, 0 does not."),
        new("doet nog mee", "still takes part"),
        most: 1,
        higherIsBetter: true);

    public static Instrument CareLine { get; } = Of(
        InstrumentIds.CareLine,
        new("Hoogste lijn van zorg in de afgelopen 3 maanden", "Highest line of care in the last 3 months"),
        new("Van de cliënt of uit het dossier van de huisarts: 2 specialistische zorg, 1 huisartsenzorg, 0 geen van beide: welzijn en het eigen netwerk.", "From the client or the GP's records: 2 specialised care, 1 general practice, 0 neither: welfare and one's own network."),
        new("hoogste lijn van zorg in de afgelopen 3 maanden", "highest line of care in the last 3 months"),
        most: 2,
        higherIsBetter: false);

    static Instrument Of(string id, LocalText name, LocalText source, LocalText topic, int most, bool higherIsBetter) =>
        new(id, name, source, [new(id, id, topic)], least: 0, most, higherIsBetter, (instrument, answers) =>
            new(instrument.Id, answers[0], Category: null, Parts: [], Answered: answers[0] is null ? 0 : 1));
}
