namespace Workflows.Referrals.Deadlines;

/// <summary>The days that the Algemene termijnenwet (article 3) counts as generally recognised holidays or makes equal to them.</summary>
/// <remarks>Bridge days that a decree adds (article 3, third paragraph) are closing days of the calendar, not rules.</remarks>
static class DutchHolidays
{
    /// <summary>Easter of every year that there is: every deadline asks for it many times.</summary>
    static readonly int[] Easters = [0, .. Enumerable.Range(1, DateOnly.MaxValue.Year).Select(year => EasterSunday(year).DayNumber)];

    /// <summary>The code of the holiday that falls on the day, or null. King's Day follows the rule in force since 2014.</summary>
    public static string? On(DateOnly day)
    {
        var (year, month, dayOfMonth) = day;
        return (month, dayOfMonth) switch
        {
            (1, 1) => DayOff.NewYear,
            (5, 5) => DayOff.LiberationDay,
            (12, 25) => DayOff.ChristmasDay,
            (12, 26) => DayOff.BoxingDay,
            (4, 26 or 27) when day == KingsDay(year) => DayOff.KingsDay,
            _ => (day.DayNumber - Easters[year]) switch
            {
                -2 => DayOff.GoodFriday,
                1 => DayOff.EasterMonday,
                39 => DayOff.AscensionDay,
                50 => DayOff.WhitMonday,
                _ => null,
            },
        };
    }

    static DateOnly KingsDay(int year)
    {
        var birthday = new DateOnly(year, 4, 27);
        return birthday.DayOfWeek == DayOfWeek.Sunday ? birthday.AddDays(-1) : birthday;
    }

    /// <summary>Easter Sunday of the Gregorian calendar, by the anonymous method of Meeus, Jones and Butcher (Meeus, Astronomical Algorithms, chapter 8).</summary>
    internal static DateOnly EasterSunday(int year)
    {
        var golden = year % 19;
        var (century, yearOfCentury) = Math.DivRem(year, 100);
        var moonCorrection = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - (century / 4) - moonCorrection + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - epact - (yearOfCentury % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var (month, day) = Math.DivRem(epact + weekday - (7 * late) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
