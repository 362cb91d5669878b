using System.Globalization;
using Workflows.Functions.Storage;
using Workflows.Referrals.Deadlines;

namespace Workflows.Functions.Audit;

/// <summary>The part of a chain that is one month of Amsterdam's calendar, and one partition of the table.</summary>
/// <param name="Chain">The organisation's id, or <see cref="App"/>.</param>
/// <param name="Name">The month, for instance <c>2026-04</c>.</param>
readonly record struct AuditMonth(string Chain, string Name)
{
    const string Format = "yyyy-MM";

    /// <summary>The chain of what belongs to no organisation. No organisation's id has an exclamation mark.</summary>
    public const string App = "!app";

    public string Partition => TableKey.Valid($"{Chain}!{Name}");

    public AuditMonth Next => new(Chain, First(Name).AddMonths(1).ToString(Format, CultureInfo.InvariantCulture));

    public static AuditMonth At(string chain, DateTimeOffset moment) => new(chain, AmsterdamTime.DayOf(moment).ToString(Format, CultureInfo.InvariantCulture));

    /// <summary>Whether the text names a month as the table does.</summary>
    public static bool IsName(string text) => DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>Whether it comes before the other month of the same chain.</summary>
    public bool IsBefore(AuditMonth other) => string.CompareOrdinal(Name, other.Name) < 0;

    static DateOnly First(string name) => DateOnly.ParseExact(name, Format, CultureInfo.InvariantCulture);
}
