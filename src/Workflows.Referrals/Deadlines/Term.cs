using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Workflows.Referrals.Deadlines;

/// <summary>A length of time as a pathway states it: "2 wd", "10 days", "6 weeks", "3 months", "2 years".</summary>
/// <remarks>Its text form is also its JSON form.</remarks>
[JsonConverter(typeof(TermJson))]
public sealed record Term
{
    /// <summary>The largest count. It keeps every deadline well inside the calendar.</summary>
    public const int Longest = 1000;

    /// <summary>What a text form may look like, for messages.</summary>
    internal const string Accepted = "a whole number from 1 to 1000, a space, and wd, days, weeks, months or years, such as \"2 wd\" or \"6 weeks\"";

    Term(int count, TermUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Longest);
        (Count, Unit) = (count, unit);
    }

    /// <summary>How many of the unit: 1 to <see cref="Longest"/>.</summary>
    public int Count { get; }

    /// <summary>What is counted.</summary>
    public TermUnit Unit { get; }

    /// <summary>So many working days of the organisation's calendar.</summary>
    /// <param name="count">1 to <see cref="Longest"/>.</param>
    public static Term WorkingDays(int count) => new(count, TermUnit.WorkingDays);

    /// <summary>So many calendar days.</summary>
    /// <param name="count">1 to <see cref="Longest"/>.</param>
    public static Term Days(int count) => new(count, TermUnit.Days);

    /// <summary>So many weeks.</summary>
    /// <param name="count">1 to <see cref="Longest"/>.</param>
    public static Term Weeks(int count) => new(count, TermUnit.Weeks);

    /// <summary>So many calendar months.</summary>
    /// <param name="count">1 to <see cref="Longest"/>.</param>
    public static Term Months(int count) => new(count, TermUnit.Months);

    /// <summary>So many calendar years.</summary>
    /// <param name="count">1 to <see cref="Longest"/>.</param>
    public static Term Years(int count) => new(count, TermUnit.Years);

    /// <summary>Reads the text form; singular and plural are both read.</summary>
    /// <param name="text">Such as "2 wd".</param>
    /// <exception cref="FormatException">The text is no term; the message says what is accepted.</exception>
    public static Term Parse(string text) =>
        TryParse(text, out var term) ? term : throw new FormatException($"\"{text}\" is not a term. Accepted: {Accepted}.");

    /// <summary>Reads the text form, or answers false.</summary>
    /// <param name="text">Such as "2 wd".</param>
    /// <param name="term">The term, when the answer is true.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Term? term)
    {
        term = text?.Split(' ') is [var number, var word]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count is >= 1 and <= Longest
            && UnitOf(word) is { } unit
                ? new(count, unit)
                : null;
        return term is not null;
    }

    /// <summary>The text form.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} {Word}{(Count > 1 && Unit != TermUnit.WorkingDays ? "s" : "")}");

    /// <summary>In Dutch words, such as "2 werkdagen".</summary>
    public string InDutch => Wording.Dutch.Length(this);

    /// <summary>In English words, such as "2 working days".</summary>
    public string InEnglish => Wording.English.Length(this);

    string Word => Unit switch
    {
        TermUnit.WorkingDays => "wd",
        TermUnit.Days => "day",
        TermUnit.Weeks => "week",
        TermUnit.Months => "month",
        _ => "year",
    };

    static TermUnit? UnitOf(string word) => word switch
    {
        "wd" => TermUnit.WorkingDays,
        "day" or "days" => TermUnit.Days,
        "week" or "weeks" => TermUnit.Weeks,
        "month" or "months" => TermUnit.Months,
        "year" or "years" => TermUnit.Years,
        _ => null,
    };
}
