namespace Workflows.Functions.Pages.Figures;

/// <summary>Values over time as a line. The numbers stand in a table beside it.</summary>
/// <param name="Points">The values from left to right; one without a value is left open.</param>
/// <param name="Most">The value at the upper edge.</param>
public sealed record TrendLine(IReadOnlyList<TrendPoint> Points, decimal Most)
{
    /// <summary>How wide the drawing is, in its own units.</summary>
    public const int Width = 600;

    /// <summary>How high the drawing is, without the names below it.</summary>
    public const int Height = 150;

    const int Margin = 40;

    /// <param name="values">What each moment is called, and its value.</param>
    internal static TrendLine Of(IReadOnlyList<(string Name, decimal? Value)> values)
    {
        // A round number above all of them, so that the line has room and starts at nothing.
        var most = Nice(values.Max(value => value.Value ?? 0));
        var step = values.Count > 1 ? (decimal)(Width - (2 * Margin)) / (values.Count - 1) : 0;
        return new([.. values.Index().Select(value => new TrendPoint(value.Item.Name, value.Item.Value, Margin + (value.Index * step), Height - (Height * (value.Item.Value ?? 0) / most)))], most);
    }

    /// <summary>The lines between neighbours that both have a value.</summary>
    internal IEnumerable<(TrendPoint From, TrendPoint To)> Lines => Points.Zip(Points.Skip(1)).Where(pair => pair.First.Value is not null && pair.Second.Value is not null);

    static decimal Nice(decimal value)
    {
        var scale = 1m;
        while (scale * 10 <= value)
        {
            scale *= 10;
        }

        return Math.Max(1, Math.Ceiling(value / scale) * scale);
    }
}

/// <summary>A value at a moment.</summary>
/// <param name="Name">What the moment is called.</param>
/// <param name="Value">The value; null when there is none, or it is hidden.</param>
/// <param name="X">To the right.</param>
/// <param name="Y">Downwards.</param>
public sealed record TrendPoint(string Name, decimal? Value, decimal X, decimal Y);
