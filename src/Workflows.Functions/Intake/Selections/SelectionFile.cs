using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Workflows.Functions.Problems;

namespace Workflows.Functions.Intake.Selections;

/// <summary>A CSV file of persons, read as a whole or refused as a whole.</summary>
static class SelectionFile
{
    /// <summary>More than this nobody looks at one by one.</summary>
    public const int MostRows = 200;

    /// <summary>Bytes.</summary>
    public const int Largest = 256 * 1024;

    /// <summary>The rows as parts of submissions; none when something is wrong, which is then among the errors.</summary>
    public static IReadOnlyList<JsonElement> Read(ReadOnlySpan<byte> utf8, FieldErrors errors)
    {
        if (!Utf8.IsValid(utf8))
        {
            errors.Add("", FieldRules.MalformedText);
            return [];
        }

        CsvTable table;
        try
        {
            table = CsvTable.Read(Encoding.UTF8.GetString(utf8));
        }
        catch (FormatException wrong)
        {
            errors.Add("", SelectionRules.NotCsv, wrong.Message);
            return [];
        }

        SelectionColumns.Check(table.Header, errors);
        if (table.Rows.Count == 0)
        {
            errors.Add("", SelectionRules.NoRows);
        }
        else if (table.Rows.Count > MostRows)
        {
            errors.Add("", SelectionRules.TooManyRows, MostRows);
        }

        List<JsonElement> rows = errors.Any ? [] : [.. table.Rows.Select((row, index) => SelectionColumns.Read(table.Header, row, index + 1, errors))];
        return errors.Any ? [] : rows;
    }
}
