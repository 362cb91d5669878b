using System.Globalization;

namespace Workflows.Functions.Pages;

/// <summary>Days and times as people type them where the browser has no field for them.</summary>
static class TypedDates
{
    static readonly string[] Days = ["yyyy-MM-dd", "d-M-yyyy", "d/M/yyyy"];
    static readonly string[] Times = ["HH:mm", "H:mm", "H.mm", "HH:mm:ss"];

    /// <summary><c>2026-04-14</c> or <c>14-4-2026</c>; null for anything else, and for years before 1000, which are slips of the keyboard.</summary>
    public static DateOnly? DayOf(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 1000 ? day : null;

    /// <summary><c>13:30</c> or <c>13.30</c>; null for anything else.</summary>
    public static TimeOnly? TimeOf(string? typed) => TimeOnly.TryParseExact(typed?.Trim(), Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
