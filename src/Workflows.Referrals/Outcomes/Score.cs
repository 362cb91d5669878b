using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Outcomes;

/// <summary>What a filled-in instrument says, in numbers and codes; the answers themselves belong in the dossier.</summary>
/// <param name="Instrument">The instrument's id.</param>
/// <param name="Value">The score as a whole; null when too much is missing, or when the instrument has none.</param>
/// <param name="Category">The code of the class in which the value falls; null when the instrument has no classes or there is no value.</param>
/// <param name="Parts">The dimensions or subscales in the order of the instrument; empty when it has none.</param>
/// <param name="Answered">How many items were answered.</param>
public sealed record Score(string Instrument, decimal? Value, string? Category, ValueList<PartScore> Parts, int Answered);
