using System.Globalization;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Cases;

/// <summary>Scores as a spider web: one spoke per part, the first filling-in and the latest as a shape each. The numbers stand in a table beside it.</summary>
/// <param name="Spokes">The parts, the first one upwards, then clockwise.</param>
/// <param name="Rings">The points of the rings at a quarter, half, three quarters and the whole of the scale.</param>
/// <param name="First">The points of the first filling-in; null when there is one only.</param>
/// <param name="Latest">The points of the latest.</param>
public sealed record SpiderWeb(IReadOnlyList<Spoke> Spokes, IReadOnlyList<string> Rings, string? First, string Latest)
{
    /// <summary>How far a spoke reaches, in the drawing's own units, which has its middle at 0.</summary>
    public const int Radius = 100;

    const int LabelsAt = 120;

    /// <param name="names">What the parts are called.</param>
    /// <param name="results">The parts' values of each filling-in, oldest first; a part without a value lies in the middle.</param>
    /// <param name="most">The highest value.</param>
    internal static SpiderWeb Of(IReadOnlyList<string> names, IReadOnlyList<ValueList<decimal?>> results, int most)
    {
        return new(
            [.. names.Select((name, spoke) => new Spoke(name, At(spoke, Radius), At(spoke, LabelsAt)))],
            [.. Enumerable.Range(1, 4).Select(ring => Points(names.Select(_ => Radius * ring / 4.0)))],
            results.Count > 1 ? Shape(results[0]) : null,
            Shape(results[^1]));

        string Shape(ValueList<decimal?> values) => Points(values.Select(value => Radius * (double)(value ?? 0) / most));

        string Points(IEnumerable<double> distances) => string.Join(' ', distances.Select((distance, spoke) => At(spoke, distance).ToString()));

        Point At(int spoke, double distance)
        {
            var angle = 2 * Math.PI * spoke / names.Count - Math.PI / 2;
            return new(distance * Math.Cos(angle), distance * Math.Sin(angle));
        }
    }
}

/// <summary>A part of the web.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="End">Where its line ends.</param>
/// <param name="Label">Where its name stands.</param>
public sealed record Spoke(string Name, Point End, Point Label)
{
    /// <summary>The name in at most two lines, about as long: beside the web there is little room.</summary>
    public IReadOnlyList<string> Lines =>
        Name.Index().Where(letter => letter.Item == ' ').Select(letter => letter.Index).OrderBy(space => Math.Abs(2 * space - Name.Length)).Take(1).ToList() is [var middle]
            ? [Name[..middle], Name[(middle + 1)..]]
            : [Name];

    /// <summary>On which side of its place the name stands, as SVG says it.</summary>
    public string Anchor => Label.X switch
    {
        > 1 => "start",
        < -1 => "end",
        _ => "middle",
    };
}

/// <summary>A place in the drawing.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Downwards.</param>
public readonly record struct Point(double X, double Y)
{
    /// <summary>As SVG writes it: <c>12.5,-100</c>.</summary>
    public override string ToString() => $"{Text(X)},{Text(Y)}";

    /// <summary>A number as SVG writes it, to a tenth.</summary>
    public static string Text(double number) => (Math.Round(number, 1) + 0.0).ToString("0.#", CultureInfo.InvariantCulture);
}
