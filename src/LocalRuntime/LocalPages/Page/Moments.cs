using System.Globalization;
using LocalRuntime.Clock;

namespace LocalRuntime.LocalPages.Page;

/// <summary>Moments as people read them, with the exact one behind it.</summary>
static class Moments
{
    public static Html Of(DateTimeOffset moment) => Html.Of($"""
        <time datetime="{moment.ToString("O", CultureInfo.InvariantCulture)}">{TimeZoneInfo.ConvertTime(moment, ClockStart.Zone).ToString("ddd d MMM yyyy, HH:mm", CultureInfo.InvariantCulture)}</time>
        """);

    /// <summary>Whether people read the same.</summary>
    public static bool AreAlike(DateTimeOffset one, DateTimeOffset other) => one.UtcTicks / TimeSpan.TicksPerMinute == other.UtcTicks / TimeSpan.TicksPerMinute;

    /// <summary>How long something takes still, in its largest unit: <c>in 3 days</c>.</summary>
    public static string Until(TimeSpan distance) =>
        distance <= TimeSpan.Zero ? "now"
        : distance < TimeSpan.FromMinutes(1) ? "within a minute"
        : distance < TimeSpan.FromHours(1) ? In(distance.TotalMinutes, "minute")
        : distance < TimeSpan.FromDays(1) ? In(distance.TotalHours, "hour")
        : In(distance.TotalDays, "day");

    static string In(double number, string unit) => string.Create(CultureInfo.InvariantCulture, $"in {number:0} {unit}{(Math.Round(number) == 1 ? "" : "s")}");
}
