using System.Globalization;
using Workflows.Functions.Pages.Codes;
using Workflows.Functions.Problems;
using Workflows.Referrals.Outcomes;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Cases;

/// <summary>A questionnaire of the pathway and how it was filled in so far.</summary>
/// <param name="Id">Its id, as in the address.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Columns">What each filling-in says: the whole, then its parts.</param>
/// <param name="Results">Oldest first.</param>
/// <param name="Web">Its parts as a spider web, where it has enough of them and was filled in; null otherwise.</param>
public sealed record MeasuredInstrument(string Id, string Name, IReadOnlyList<string> Columns, IReadOnlyList<MeasuredResult> Results, SpiderWeb? Web)
{
    /// <summary>A web of fewer than three spokes is none.</summary>
    const int FewestSpokes = 3;

    internal static MeasuredInstrument Of(Instrument instrument, IEnumerable<ReferralEvent> events, Language language)
    {
        var scored = events
            .Where(happened => happened.Change is MeasurementRecorded { Score: not null } recorded && recorded.Instrument == instrument.Id)
            .Select(happened => (happened.At, Score: ((MeasurementRecorded)happened.Change).Score!))
            .ToList();
        var parts = scored is [var any, ..] ? any.Score.Parts.Select(part => part.Part).ToList() : [];
        var hasValue = parts.Count == 0 || scored.Any(result => result.Score.Value is not null);
        return new(
            instrument.Id,
            instrument.Name.In(language),
            [.. hasValue ? (IEnumerable<string>)[CodeTexts.Text("Score", language)] : [], .. parts.Select(part => CodeTexts.Text($"Part.{part}", language))],
            [.. scored.Select(result => new MeasuredResult(result.At, [.. hasValue ? (IEnumerable<string>)[Whole(result.Score, language)] : [], .. result.Score.Parts.Select(part => Number(part.Value, language))]))],
            parts.Count >= FewestSpokes ? SpiderWeb.Of([.. parts.Select(part => CodeTexts.Text($"Part.{part}", language))], [.. scored.Select(result => result.Score.Parts.Select(part => part.Value).ToValueList())], instrument.Most) : null);
    }

    static string Whole(Score score, Language language) =>
        score.Category is { } category ? $"{Number(score.Value, language)} ({CodeTexts.Text($"Category.{category}", language)})" : Number(score.Value, language);

    static string Number(decimal? value, Language language) => value is { } known ? known.ToString("0.#", language.Culture) : CodeTexts.Text("NoScore", language);
}

/// <summary>One filling-in.</summary>
/// <param name="At">When.</param>
/// <param name="Values">As the columns name them.</param>
public sealed record MeasuredResult(DateTimeOffset At, IReadOnlyList<string> Values);
