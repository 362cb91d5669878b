using System.Globalization;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Deadlines;

/// <summary>The words of one language in which a deadline explains itself. Written out here, because what a machine has installed must not change a stored or tested sentence.</summary>
sealed record Wording(
    ValueList<string> Weekdays,
    ValueList<string> Months,
    Func<Term, string> Length,
    Func<string, string> NameOfDayOff,
    string After,
    string None,
    string Skipped,
    string And,
    string OneWeekend,
    string Weekends,
    string SilentSince,
    Func<string, string> Person)
{
    public static Wording Dutch { get; } = new(
        ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"],
        ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"],
        term => Counted(term.Count, term.Unit switch
        {
            TermUnit.WorkingDays => ("werkdag", "werkdagen"),
            TermUnit.Days => ("dag", "dagen"),
            TermUnit.Weeks => ("week", "weken"),
            TermUnit.Months => ("maand", "maanden"),
            _ => ("jaar", "jaar"),
        }),
        DayOff.InDutch,
        After: "na", None: "geen", Skipped: "overgeslagen", And: "en", OneWeekend: "het weekend", Weekends: "weekenden", SilentSince: "stil sinds",
        who => who switch { "referrer" => "de verwijzer", "coordinator" => "de coördinator", _ => "de welzijnscoach" });

    public static Wording English { get; } = new(
        ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        term => Counted(term.Count, term.Unit switch
        {
            TermUnit.WorkingDays => ("working day", "working days"),
            TermUnit.Days => ("day", "days"),
            TermUnit.Weeks => ("week", "weeks"),
            TermUnit.Months => ("month", "months"),
            _ => ("year", "years"),
        }),
        DayOff.InEnglish,
        After: "after", None: "none", Skipped: "skipped", And: "and", OneWeekend: "the weekend", Weekends: "weekends", SilentSince: "silent since",
        who => who switch { "referrer" => "the referrer", "coordinator" => "the coordinator", _ => "the welfare worker" });

    public string Sentence(Explanation explanation)
    {
        // The year is noise on a deadline of days, and needed as soon as two years are in play.
        var inOneYear = AmsterdamTime.Of(explanation.SilentSince ?? explanation.From).Year == explanation.Due.Year
            && AmsterdamTime.Of(explanation.From).Year == explanation.Due.Year;
        var silence = explanation.SilentSince is { } since
            ? $"; {(explanation.Who is { } who ? $"{Person(who)} " : "")}{SilentSince} {Moment(since, !inOneYear)}"
            : "";

        return $"{Length(explanation.Term)} {After} {Moment(explanation.From, !inOneYear)}, {DaysOff(explanation.Skipped)} {Skipped}: {Moment(explanation.Due, !inOneYear)}{silence}";
    }

    string Moment(DateTimeOffset moment, bool withYear)
    {
        var local = AmsterdamTime.Of(moment);
        return $"{Weekdays[(int)local.DayOfWeek]} {Day(local.Day, local.Month)}{(withYear ? Number(" ", local.Year) : "")} {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    string DaysOff(ValueList<SkippedDay> skipped)
    {
        // Day 0 is a Monday, so that a Saturday and its Sunday have the same number of whole weeks before them.
        var weekends = skipped.Where(day => day.Name == DayOff.Weekend).Select(day => day.Day.DayNumber / 7).Distinct().Count();
        string[] parts =
        [
            .. weekends switch { 0 => Array.Empty<string>(), 1 => [OneWeekend], _ => [Number("", weekends) + " " + Weekends] },
            .. skipped.Where(day => day.Name != DayOff.Weekend).Select(day => $"{NameOfDayOff(day.Name)} ({Day(day.Day.Day, day.Day.Month)})"),
        ];

        return parts switch
        {
            [] => None,
            [var only] => only,
            [.. var first, var last] => $"{string.Join(", ", first)} {And} {last}",
        };
    }

    string Day(int day, int month) => Number("", day) + " " + Months[month - 1];

    static string Counted(int count, (string One, string Many) words) => Number("", count) + " " + (count == 1 ? words.One : words.Many);

    static string Number(string before, int number) => before + number.ToString(CultureInfo.InvariantCulture);
}
