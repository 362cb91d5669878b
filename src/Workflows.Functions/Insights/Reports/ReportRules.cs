using Workflows.Functions.Problems;

namespace Workflows.Functions.Insights.Reports;

/// <summary>What somebody who asks for a report can do wrong.</summary>
static class ReportRules
{
    public static readonly FieldRule NotAMonth = new("not-a-month", "Een maand als 2026-04.", "A month such as 2026-04.");

    public static readonly FieldRule NotAYear = new("not-a-year", "Een jaar als 2026.", "A year such as 2026.");

    public static readonly FieldRule WholeYears = new("whole-years",
        "Wie buiten de organisatie staat, leest hele jaren: vraag een jaar (year).", "Who is outside the organisation reads whole years: ask for a year (year).");

    public static readonly FieldRule YearOrMonths = new("year-or-months", "Vraag een jaar, of de eerste en de laatste maand.", "Ask for a year, or for the first and the last month.");

    public static readonly FieldRule NotCounted = new("not-counted",
        "Tot en met deze maand is niet geteld. Wel: {0}.", "There is no count through this month. There is: {0}.");

    public static readonly FieldRule UnknownPractice = new("unknown-practice",
        "Van deze praktijk zijn hier geen cijfers te lezen.", "No figures of this practice can be read here.");

    public static readonly FieldRule UnknownTemplate = new("unknown-template", "Dit sjabloon is er niet.", "There is no such template.");

    public static readonly FieldRule UnknownIndicator = new("unknown-indicator", "Deze indicator is er niet.", "There is no such indicator.");
}
