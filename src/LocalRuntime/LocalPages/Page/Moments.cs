using System.Globalization;

namespace LocalRuntime.LocalPages.Page;

/// <summary>Moments as people read them, with the exact one behind it.</summary>
static class Moments
{
    public static Html Of(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.Local);
        return Html.Of($"""<time datetime="{moment.ToString("O", CultureInfo.InvariantCulture)}">{local.ToString("ddd d MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture)}</time>""");
    }
}
