using Workflows.Functions.Problems;

namespace Workflows.Functions.Intake.Selections;

/// <summary>What a selection, and only a selection, can do wrong.</summary>
static class SelectionRules
{
    public static readonly FieldRule NotCsv = new("not-csv",
        "Dit is geen CSV met een kopregel en even lange rijen; het gaat mis bij {0}.", "This is no CSV with a header and rows of equal length; it goes wrong at {0}.");

    public static readonly FieldRule NoRows = new("no-rows", "Er staat niemand in.", "There is nobody in it.");

    public static readonly FieldRule TooManyRows = new("too-many-rows",
        "Hooguit {0} personen tegelijk: iedereen wordt één voor één bekeken.", "At most {0} persons at once: each is looked at one by one.");

    public static readonly FieldRule ColumnMissing = new("column-missing", "De kolom {0} ontbreekt.", "The column {0} is missing.");
}
