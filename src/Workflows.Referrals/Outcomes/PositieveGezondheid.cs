using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Outcomes;

/// <summary>The spider web of Positieve Gezondheid, version 2.0 for adults: 44 items from 0 to 10 in six dimensions.</summary>
/// <remarks>
/// Institute for Positive Health, "Mijn Positieve Gezondheid" (mijnpositievegezondheid.nl). A dimension is the mean of its answered items, to one decimal; a dimension without any answer has none.
/// There is no score of the whole: the tool was made for a conversation, and as a measuring scale it is doubtful (Van Vliet et al., BMJ Open 2021;11:e040816), so that its figures are shown with care.
/// </remarks>
static class PositieveGezondheid
{
    public static Instrument Instrument { get; } = new(
        InstrumentIds.PositieveGezondheid,
        new("Positieve Gezondheid, spinnenweb", "Positive Health, spider web"),
        LocalText.InBoth("Institute for Positive Health, Mijn Positieve Gezondheid 2.0, 2021"),
        [
            .. Dimension("bodily-functions",
                ("je gezond voelen", "feeling healthy"), ("fitheid", "fitness"), ("klachten en pijn", "complaints and pain"), ("slapen", "sleeping"),
                ("eten", "eating"), ("seksualiteit", "sexuality"), ("conditie", "condition"), ("bewegen", "moving")),
            .. Dimension("mental-well-being",
                ("onthouden", "remembering"), ("concentreren", "concentrating"), ("communiceren", "communicating"), ("vrolijk zijn", "being cheerful"),
                ("jezelf accepteren", "accepting yourself"), ("omgaan met verandering", "dealing with change"), ("gevoel van controle", "sense of control")),
            .. Dimension("meaning",
                ("zinvol leven", "a meaningful life"), ("levenslust", "zest for life"), ("idealen", "ideals"), ("vertrouwen", "trust"),
                ("accepteren", "accepting"), ("dankbaarheid", "gratitude"), ("blijven leren", "going on learning")),
            .. Dimension("quality-of-life",
                ("genieten", "enjoying"), ("gelukkig zijn", "being happy"), ("lekker in je vel zitten", "feeling well"), ("balans", "balance"),
                ("je veilig voelen", "feeling safe"), ("intimiteit", "intimacy"), ("hoe je woont", "housing"), ("rondkomen met geld", "making ends meet")),
            .. Dimension("participation",
                ("sociale contacten", "social contacts"), ("serieus genomen worden", "being taken seriously"), ("samen leuke dingen doen", "doing nice things together"), ("steun van anderen", "support of others"),
                ("erbij horen", "belonging"), ("zinvolle dingen doen", "doing meaningful things"), ("interesse in de maatschappij", "interest in society")),
            .. Dimension("daily-functioning",
                ("voor jezelf zorgen", "taking care of yourself"), ("je grenzen kennen", "knowing your limits"), ("kennis van gezondheid", "knowledge of health"), ("omgaan met tijd", "dealing with time"),
                ("omgaan met geld", "dealing with money"), ("kunnen werken", "being able to work"), ("hulp kunnen vragen", "being able to ask for help")),
        ],
        least: 0,
        most: 10,
        higherIsBetter: true,
        Score);

    static Score Score(Instrument instrument, ValueList<int?> answers) => new(
        instrument.Id,
        Value: null,
        Category: null,
        [.. instrument.Parts.Select(part => new PartScore(part, Mean([.. instrument.AnswersOf(part, answers)])))],
        answers.Count(answer => answer is not null));

    static decimal? Mean(int[] answers) =>
        answers.Length == 0 ? null : Math.Round((decimal)answers.Sum() / answers.Length, 1, MidpointRounding.AwayFromZero);

    static IEnumerable<InstrumentItem> Dimension(string dimension, params (string Nl, string En)[] topics) =>
        topics.Select((topic, i) => new InstrumentItem($"{dimension}-{i + 1}", dimension, new(topic.Nl, topic.En)));
}
