using System.Globalization;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Outcomes;

/// <summary>A scored questionnaire. Those that come with the product are in <see cref="Instruments"/>; a licensed one is made with this constructor and plugged in.</summary>
/// <param name="id">Lower-case words joined by hyphens, as pathways name it.</param>
/// <param name="name">What people call it.</param>
/// <param name="source">Where the scoring comes from.</param>
/// <param name="items">The questions, in the order of the form.</param>
/// <param name="least">The lowest answer.</param>
/// <param name="most">The highest answer.</param>
/// <param name="higherIsBetter">Whether a higher score is a better one.</param>
/// <param name="scoring">The score of answers that are in range, one per item, null for an item that was not answered.</param>
public sealed class Instrument(
    string id, LocalText name, LocalText source, ValueList<InstrumentItem> items, int least, int most, bool higherIsBetter, Func<Instrument, ValueList<int?>, Score> scoring)
{
    /// <summary>The id as pathways name it.</summary>
    public string Id => id;

    /// <summary>What people call it.</summary>
    public LocalText Name => name;

    /// <summary>Where the scoring comes from.</summary>
    public LocalText Source => source;

    /// <summary>The questions, in the order of the form.</summary>
    public ValueList<InstrumentItem> Items => items;

    /// <summary>The lowest answer.</summary>
    public int Least => least;

    /// <summary>The highest answer.</summary>
    public int Most => most;

    /// <summary>Whether a higher score is a better one.</summary>
    public bool HigherIsBetter => higherIsBetter;

    /// <summary>Scores the answers. A list of another length than the instrument's, or an answer outside its range, is refused.</summary>
    /// <param name="answers">One per item in the order of the form; null for an item that was not answered.</param>
    public Measurement Measure(ValueList<int?> answers)
    {
        ValueList<AnswerProblem> problems = answers.Count != items.Count
            ? [new("", "count", new($"Dit meetinstrument heeft {items.Count} antwoorden, null voor een vraag zonder antwoord.", $"This instrument has {items.Count} answers, null for an item without one."))]
            : [.. answers.Index().Where(answer => answer.Item < least || answer.Item > most).Select(answer => new AnswerProblem(
                $"/{answer.Index.ToString(CultureInfo.InvariantCulture)}", "out-of-range", new($"Een heel getal van {least} tot en met {most}.", $"A whole number from {least} to {most}.")))];

        return problems.Count > 0 ? new(null, problems) : new(scoring(this, answers), []);
    }

    /// <summary>The answers given to the items of a part.</summary>
    internal IEnumerable<int> AnswersOf(string part, ValueList<int?> answers) =>
        items.Zip(answers).Where(pair => pair.First.Part == part).Select(pair => pair.Second).OfType<int>();

    /// <summary>The parts in the order of the form.</summary>
    internal IEnumerable<string> Parts => items.Select(item => item.Part).Distinct();
}
