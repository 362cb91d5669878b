using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Outcomes;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Pathways;

/// <summary>What a schema cannot say: whether the parts of a pathway fit each other.</summary>
static class PathwaySense
{
    static readonly string[] ShippedInstruments = [.. Instruments.Shipped.Select(instrument => instrument.Id)];

    public static IEnumerable<Finding> Check(Pathway pathway, string[] plugIns) =>
    [
        .. InOrder("/offer/remindAfter", "/offer/respond", pathway.Offer.RemindAfter, pathway.Offer.Respond),
        .. Ascending("/support/remindAfter", pathway.Support.RemindAfter),
        .. Ascending("/aftercare/measureAfter", pathway.Aftercare.MeasureAfter),
        .. InOrder("/aftercare/measureAfter", "/retention/eraseAfter", pathway.Aftercare.MeasureAfter[^1], pathway.Retention.EraseAfter),
        .. Moments(pathway.Feedback.Moments),
        .. pathway.Instruments.Index().Where(one => !ShippedInstruments.Contains(one.Item) && !plugIns.Contains(one.Item)).Select(one => new Finding(
            $"/instruments/{one.Index}", "unknown-instrument", $"Dit meetinstrument is er niet. Er zijn: {Known(plugIns)}.", $"There is no such instrument. There are: {Known(plugIns)}.")),
        .. pathway.Aftercare.Instruments.Index().Where(one => !pathway.Instruments.Contains(one.Item)).Select(one => new Finding(
            $"/aftercare/instruments/{one.Index}", "unknown-instrument", "Dit meetinstrument staat niet bij de meetinstrumenten van dit werkproces.", "This instrument is not among the instruments of this pathway.")),
        .. pathway.TargetGroup.Index().Where(one => pathway.TargetGroup.Take(one.Index).Any(earlier => earlier.Id == one.Item.Id)).Select(one => new Finding(
            $"/targetGroup/{one.Index}/id", "repeated", "Een eerdere regel heet ook zo.", "An earlier rule has this id already.")),
        .. pathway.TargetGroup.Index().Where(one => one.Item == new TargetGroupRule(one.Item.Id, one.Item.Text)).Select(one => new Finding(
            $"/targetGroup/{one.Index}", "no-condition", "Een regel zonder voorwaarde houdt iedereen tegen.", "A rule without a condition stops everyone.")),
        .. pathway.TargetGroup.Index().Where(one => one.Item.AgeFrom >= one.Item.AgeBelow).Select(one => new Finding(
            $"/targetGroup/{one.Index}/ageFrom", "never", "Niemand is zo oud en tegelijk jonger dan ageBelow.", "Nobody is that old and also younger than ageBelow.")),
    ];

    static IEnumerable<Finding> Ascending(string at, ValueList<Term> terms) =>
        Enumerable.Range(1, terms.Count - 1).Where(i => EndOf(terms[i]) <= EndOf(terms[i - 1])).Select(i => new Finding(
            $"{at}/{i}", "order", $"Dit moet later zijn dan {terms[i - 1]}.", $"This must be later than {terms[i - 1]}."));

    static IEnumerable<Finding> InOrder(string earlier, string later, Term first, Term second) =>
        EndOf(first) > EndOf(second)
            ? [new(later, "order", $"Dit mag niet korter zijn dan {first} ({earlier}).", $"This must not be shorter than {first} ({earlier}).")]
            : [];

    static IEnumerable<Finding> Moments(ValueList<FeedbackMoment> moments) =>
        Enumerable.Range(1, Math.Max(0, moments.Count - 1)).Where(i => moments[i] < moments[i - 1]).Select(i => new Finding(
            $"/feedback/moments/{i}", "order", "De momenten staan in de volgorde accepted, started, progress, end.", "The moments stand in the order accepted, started, progress, end."));

    /// <summary>Terms of different units are compared where they end when they begin on the same Monday, without holidays in the way.</summary>
    static DateTimeOffset EndOf(Term term) =>
        Calculation.Ends("", "", AmsterdamTime.At(new(2026, 6, 1), Calculation.StartOfDay), term, new([])).At;

    static string Known(string[] plugIns) => string.Join(", ", [.. ShippedInstruments, .. plugIns]);
}
