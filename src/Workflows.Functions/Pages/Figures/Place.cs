using System.Globalization;

namespace Workflows.Functions.Pages.Figures;

/// <summary>Places in a drawing, as SVG writes them.</summary>
static class Place
{
    public static string Of(decimal place) => Math.Round(place, 1).ToString("0.#", CultureInfo.InvariantCulture);
}
