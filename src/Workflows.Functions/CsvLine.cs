using System.Globalization;

namespace Workflows.Functions;

/// <summary>A line of CSV (RFC 4180) that a spreadsheet may open: no cell is a formula.</summary>
static class CsvLine
{
    public static string Of(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    /// <summary>A number as programs read it, whatever the reader's language.</summary>
    public static string? Number<T>(T? number)
        where T : struct, IFormattable => number?.ToString(null, CultureInfo.InvariantCulture);

    /// <summary>What begins as a formula does is preceded by an apostrophe, as OWASP advises, unless it is a number; what holds a separator stands between quotation marks.</summary>
    static string Cell(string? text)
    {
        var isFormula = text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] && !decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
        var safe = isFormula ? $"'{text}" : text ?? "";
        return safe.AsSpan().ContainsAny("\",\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
