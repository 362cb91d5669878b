using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Outcomes;

/// <summary>WHO-5 well-being index: five items from 0 (at no time) to 5 (all of the time), about the last two weeks.</summary>
/// <remarks>
/// Topp, Østergaard, Søndergaard and Bech, "The WHO-5 Well-Being Index: a systematic review of the literature", Psychotherapy and Psychosomatics 2015;84:167-176: the score is the sum
/// of the five answers times 4. The source has no rule for a missing answer, so that there is a score only when all five are given. Of its cut-offs none is shown: they screen for depression, which a welfare worker does not do.
/// </remarks>
static class Who5
{
    const string WellBeing = "well-being";

    public static Instrument Instrument { get; } = new(
        InstrumentIds.Who5,
        new("WHO-5 welbevinden", "WHO-5 well-being"),
        LocalText.InBoth("Topp et al., Psychotherapy and Psychosomatics 2015;84:167-176"),
        [
            new("1", WellBeing, new("vrolijk", "cheerful")),
            new("2", WellBeing, new("rustig", "calm")),
            new("3", WellBeing, new("actief", "active")),
            new("4", WellBeing, new("uitgerust", "rested")),
            new("5", WellBeing, new("interesse", "interested")),
        ],
        least: 0,
        most: 5,
        higherIsBetter: true,
        Score);

    static Score Score(Instrument instrument, ValueList<int?> answers) =>
        new(instrument.Id, answers.Contains(null) ? null : 4 * answers.Sum(), Category: null, Parts: [], answers.Count(answer => answer is not null));
}
