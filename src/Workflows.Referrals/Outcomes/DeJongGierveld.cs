using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Outcomes;

/// <summary>De Jong Gierveld loneliness scale, answered with 1 (no), 2 (more or less) or 3 (yes).</summary>
/// <remarks>
/// De Jong Gierveld and Van Tilburg, "Manual of the Loneliness Scale" (Vrije Universiteit Amsterdam, 1999, updated 24 February 2022): an answer counts one when it is unfavourable, and "more or less" is;
/// a subscale needs all its answers; the whole scale may lack one answer, which then counts nothing. Classes: the manual's for 6 items, and its classes of 11 items with "severe" (9-10) and "very severe" (11) taken together.
/// </remarks>
static class DeJongGierveld
{
    const string Emotional = "emotional";
    const string Social = "social";
    const int MoreOrLess = 2;

    public static Instrument SixItems { get; } = new(
        InstrumentIds.DeJongGierveld6,
        new("Eenzaamheid, De Jong Gierveld, 6 vragen", "Loneliness, De Jong Gierveld, 6 items"),
        LocalText.InBoth("De Jong Gierveld and Van Tilburg, Manual of the Loneliness Scale, 2022; Research on Aging 2006;28:582-598"),
        [
            new("1", Emotional, new("leegte", "emptiness")),
            new("2", Social, new("mensen om op terug te vallen", "people to lean on")),
            new("3", Social, new("mensen om te vertrouwen", "people to trust")),
            new("4", Emotional, new("mensen missen", "missing people")),
            new("5", Social, new("nauw verbonden mensen", "people who are close")),
            new("6", Emotional, new("in de steek gelaten", "rejected")),
        ],
        least: 1,
        most: 3,
        higherIsBetter: false,
        (instrument, answers) => Score(instrument, answers, lonelyFrom: 2, stronglyFrom: 5));

    public static Instrument ElevenItems { get; } = new(
        InstrumentIds.DeJongGierveld11,
        new("Eenzaamheid, De Jong Gierveld, 11 vragen", "Loneliness, De Jong Gierveld, 11 items"),
        LocalText.InBoth("De Jong Gierveld and Van Tilburg, Manual of the Loneliness Scale, 2022"),
        [
            new("1", Social, new("iemand voor dagelijkse dingen", "someone for everyday things")),
            new("2", Emotional, new("een goede vriend missen", "missing a close friend")),
            new("3", Emotional, new("leegte", "emptiness")),
            new("4", Social, new("mensen om op terug te vallen", "people to lean on")),
            new("5", Emotional, new("gezelligheid missen", "missing company")),
            new("6", Emotional, new("een te kleine kring", "too small a circle")),
            new("7", Social, new("mensen om te vertrouwen", "people to trust")),
            new("8", Social, new("nauw verbonden mensen", "people who are close")),
            new("9", Emotional, new("mensen missen", "missing people")),
            new("10", Emotional, new("in de steek gelaten", "rejected")),
            new("11", Social, new("altijd bij vrienden terechtkunnen", "friends to call on")),
        ],
        least: 1,
        most: 3,
        higherIsBetter: false,
        (instrument, answers) => Score(instrument, answers, lonelyFrom: 3, stronglyFrom: 9));

    static Score Score(Instrument instrument, ValueList<int?> answers, int lonelyFrom, int stronglyFrom)
    {
        var answered = answers.Count(answer => answer is not null);
        decimal? sum = answered >= instrument.Items.Count - 1 ? Unfavourable(Emotional) + Unfavourable(Social) : null;

        return new(
            instrument.Id,
            sum,
            sum is null ? null : sum >= stronglyFrom ? "strongly-lonely" : sum >= lonelyFrom ? "somewhat-lonely" : "not-lonely",
            [Part(Emotional), Part(Social)],
            answered);

        // Emotional items say that something is missing, social ones that it is there.
        int Unfavourable(string part) => instrument.AnswersOf(part, answers).Count(answer => part == Emotional ? answer >= MoreOrLess : answer <= MoreOrLess);

        PartScore Part(string part) => new(
            part, instrument.AnswersOf(part, answers).Count() == instrument.Items.Count(item => item.Part == part) ? Unfavourable(part) : null);
    }
}
