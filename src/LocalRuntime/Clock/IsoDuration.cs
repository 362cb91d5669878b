using System.Globalization;
using System.Text.RegularExpressions;

namespace LocalRuntime.Clock;

/// <summary>A distance forward in time as ISO 8601 writes it: <c>P3D</c>, <c>PT2H30M</c>, <c>P2W</c>, <c>P1M</c>. Months and years are those of the calendar.</summary>
sealed partial record IsoDuration(int Months, TimeSpan Time)
{
    /// <summary>The longest accepted distance: no referral lives longer, and a typing error should not cost an hour.</summary>
    const int MostYears = 30;

    /// <summary>The text as a duration; null when it is none, is zero, or is longer than thirty years.</summary>
    public static IsoDuration? Parse(string? text)
    {
        if (text is null || Pattern().Match(text) is not { Success: true } match)
        {
            return null;
        }

        int Part(string name) => match.Groups[name] is { Success: true } group ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;
        var duration = new IsoDuration(
            (Part("years") * 12) + Part("months"),
            new TimeSpan(Part("weeks") * 7 + Part("days"), Part("hours"), Part("minutes"), Part("seconds")));
        return duration is { Months: 0, Time.Ticks: 0 } || duration.Months > MostYears * 12 || duration.Time.TotalDays > MostYears * 366 ? null : duration;
    }

    public DateTimeOffset After(DateTimeOffset moment) => moment.AddMonths(Months) + Time;

    [GeneratedRegex(@"^P(?=.)((?<years>\d{1,5})Y)?((?<months>\d{1,5})M)?((?<weeks>\d{1,5})W)?((?<days>\d{1,5})D)?(T(?=.)((?<hours>\d{1,6})H)?((?<minutes>\d{1,8})M)?((?<seconds>\d{1,9})S)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
