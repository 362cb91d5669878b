using NCrontab;

namespace LocalRuntime.Worker;

/// <summary>When a timer function is due: an NCRONTAB expression in a time zone.</summary>
sealed class TimerSchedule
{
    /// <summary>A schedule that comes round faster than this makes no stops of its own when the clock is moved.</summary>
    static readonly TimeSpan ShortestStop = TimeSpan.FromHours(1);

    readonly CrontabSchedule crontab;
    readonly TimeZoneInfo zone;

    TimerSchedule(CrontabSchedule crontab, TimeZoneInfo zone) => (this.crontab, this.zone) = (crontab, zone);

    /// <summary>Reads an expression of six fields, the first one seconds, or of five, beginning with minutes.</summary>
    /// <exception cref="FormatException">It is not an NCRONTAB expression.</exception>
    public static TimerSchedule Parse(string expression, TimeZoneInfo zone)
    {
        var hasSeconds = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6;
        return CrontabSchedule.TryParse(expression, new CrontabSchedule.ParseOptions { IncludingSeconds = hasSeconds }) is { } crontab
            ? new(crontab, zone)
            : throw new FormatException($"'{expression}' is not an NCRONTAB expression; accepted are six fields: second, minute, hour, day, month, day of the week.");
    }

    /// <summary>The first occurrence after <paramref name="moment"/>. One that the change to summer time skips comes as much later; one that winter time repeats comes once.</summary>
    public DateTimeOffset Next(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone).DateTime;
        while (true)
        {
            local = crontab.GetNextOccurrence(local);
            var next = InZone(local);
            if (next > moment)
            {
                return next;
            }
        }
    }

    /// <summary>Whether two of the next occurrences lie within less than an hour.</summary>
    public bool IsFrequent(DateTimeOffset now) => ShortestGap(now) < ShortestStop;

    /// <summary>Whether it comes round faster than once a minute; the real host does not remember such a schedule.</summary>
    public bool IsFasterThanAMinute(DateTimeOffset now) => ShortestGap(now) < TimeSpan.FromMinutes(1);

    TimeSpan ShortestGap(DateTimeOffset now)
    {
        var shortest = TimeSpan.MaxValue;
        for (int looked = 0; looked < 10; looked++)
        {
            var (first, second) = (Next(now), Next(Next(now)));
            shortest = second - first < shortest ? second - first : shortest;
            now = first;
        }

        return shortest;
    }

    DateTimeOffset InZone(DateTime local) =>
        zone.IsInvalidTime(local)
            ? new DateTimeOffset(local, zone.GetUtcOffset(local.AddDays(-1)))
            : new DateTimeOffset(local, zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local));
}
