using Workflows.Functions.Problems;
using Workflows.Referrals.Deadlines;

namespace Workflows.Functions.Pages;

/// <summary>Days and times as people read them, on the clock of Amsterdam.</summary>
static class Dates
{
    /// <summary><c>dinsdag 14 april 2026</c>.</summary>
    public static string Day(DateOnly day, Language language) => day.ToString("dddd d MMMM yyyy", language.Culture);

    /// <summary><c>dinsdag 14 april 2026</c>.</summary>
    public static string Day(DateTimeOffset moment, Language language) => Day(AmsterdamTime.DayOf(moment), language);

    /// <summary><c>14 april 2026</c>, where the day of the week tells nothing.</summary>
    public static string Date(DateOnly day, Language language) => day.ToString("d MMMM yyyy", language.Culture);

    /// <summary><c>14-4-2026</c>, for the head of a column.</summary>
    public static string Short(DateTimeOffset moment, Language language) => Short(AmsterdamTime.DayOf(moment), language);

    /// <summary><c>14-4-2026</c>, where several stand together.</summary>
    public static string Short(DateOnly day, Language language) => day.ToString(language == Language.English ? "d MMM yyyy" : "d-M-yyyy", language.Culture);

    /// <summary><c>dinsdag 14 april 2026, 17:00</c>.</summary>
    public static string Moment(DateTimeOffset moment, Language language) => AmsterdamTime.Of(moment).ToString("dddd d MMMM yyyy, HH:mm", language.Culture);
}
