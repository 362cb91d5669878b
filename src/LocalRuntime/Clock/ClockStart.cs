using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace LocalRuntime.Clock;

/// <summary>Where a fresh clock starts: in the morning of a day on which people work, so that the first referral has not to wait for Monday.</summary>
/// <remarks>
/// <c>LocalClock:Start</c> names another moment (ISO 8601, UTC when it names no offset). <c>LocalClock:ClosedDays</c> lists further days on which it does
/// not start, as <c>yyyy-MM-dd</c> or, for every year, <c>MM-dd</c>, separated by commas: holidays belong to the country of the app.
/// </remarks>
static class ClockStart
{
    static readonly TimeOnly Opening = new(09, 00);
    static readonly TimeOnly Closing = new(17, 00);

    /// <summary>Of the people whose days are counted.</summary>
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <exception cref="InvalidOperationException">A setting cannot be read.</exception>
    public static DateTimeOffset From(IConfiguration settings, DateTimeOffset machineNow) =>
        settings["LocalClock:Start"] is not { Length: > 0 } start ? NextOpening(machineNow, ClosedDays(settings["LocalClock:ClosedDays"]))
        : DateTimeOffset.TryParse(start, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment
        : throw new InvalidOperationException($"The setting LocalClock:Start is '{start}'; accepted is an ISO 8601 moment such as 2026-04-13T09:00:00+02:00.");

    /// <summary>That moment when people work then; else when they begin again.</summary>
    /// <exception cref="InvalidOperationException">A setting cannot be read.</exception>
    public static DateTimeOffset WhenPeopleWork(IConfiguration settings, DateTimeOffset moment)
    {
        var (local, closed) = (TimeZoneInfo.ConvertTime(moment, Zone).DateTime, ClosedDays(settings["LocalClock:ClosedDays"]));
        return TimeOnly.FromDateTime(local).IsBetween(Opening, Closing) && !IsClosed(DateOnly.FromDateTime(local), closed) ? moment : NextOpening(moment, closed);
    }

    static DateTimeOffset NextOpening(DateTimeOffset now, HashSet<string> closed)
    {
        for (var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime); ; day = day.AddDays(1))
        {
            var opening = day.ToDateTime(Opening);
            var moment = new DateTimeOffset(opening, Zone.GetUtcOffset(opening));
            if (moment > now && !IsClosed(day, closed))
            {
                return moment;
            }
        }
    }

    static bool IsClosed(DateOnly day, HashSet<string> closed) =>
        day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
        || closed.Contains(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        || closed.Contains(day.ToString("MM-dd", CultureInfo.InvariantCulture));

    static HashSet<string> ClosedDays(string? list)
    {
        var days = (list ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        return days.FirstOrDefault(day => !DateOnly.TryParseExact(day, ["yyyy-MM-dd", "MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) is { } wrong
            ? throw new InvalidOperationException($"The setting LocalClock:ClosedDays holds '{wrong}'; accepted are yyyy-MM-dd and MM-dd, separated by commas.")
            : days;
    }
}
