using Workflows.Referrals.Pathways;

namespace Workflows.Referrals.Insights;

/// <summary>The definition of one figure. It is data, in <c>indicators.json</c>.</summary>
/// <param name="Id">The same in every version and organisation.</param>
/// <param name="Version">Counts from 1; raised when the figure would come out differently.</param>
/// <param name="Kind">What the figure looks like.</param>
/// <param name="Unit">The unit of its value.</param>
/// <param name="Design">What may be concluded from it.</param>
/// <param name="Basis">What it is counted from.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Numerator">What is counted.</param>
/// <param name="Denominator">Out of what.</param>
/// <param name="Source">The id of the source of the definition.</param>
/// <param name="Better">In which direction it becomes better; null where neither is.</param>
public sealed record Indicator(
    string Id,
    int Version,
    FigureKind Kind,
    Unit Unit,
    Design Design,
    Basis Basis,
    LocalText Name,
    LocalText Numerator,
    LocalText Denominator,
    string Source,
    Better? Better = null);

/// <summary>Who says so.</summary>
/// <param name="Id">As indicators and prices name it.</param>
/// <param name="Text">In full.</param>
public sealed record Source(string Id, LocalText Text);
