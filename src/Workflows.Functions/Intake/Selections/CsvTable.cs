using System.Text;

namespace Workflows.Functions.Intake.Selections;

/// <summary>A CSV file as RFC 4180 says, with commas or, as Dutch spreadsheets write it, semicolons. Strict: what could be read in two ways is refused.</summary>
/// <param name="Header">The names of the columns.</param>
/// <param name="Rows">The rows, each with as many values as the header.</param>
sealed record CsvTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <exception cref="FormatException">It is no such file; the message names the line and no value.</exception>
    public static CsvTable Read(string text)
    {
        var content = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        var firstLine = content.AsSpan(0, content.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? end : content.Length);
        var records = Records(content, firstLine.Contains(';') ? ';' : ',').Where(record => record is not [""]).ToList();
        if (records.Count == 0)
        {
            throw new FormatException("line 1");
        }

        var uneven = records.FindIndex(record => record.Count != records[0].Count);
        return uneven < 0 ? new(records[0], records[1..]) : throw new FormatException($"row {uneven}");
    }

    static IEnumerable<IReadOnlyList<string>> Records(string content, char separator)
    {
        var (record, value, line) = (new List<string>(), new StringBuilder(), 1);
        for (var at = 0; at < content.Length; at++)
        {
            switch (content[at])
            {
                case '"' when value.Length == 0:
                    at = Quoted(content, at + 1, value, ref line);
                    if (at + 1 < content.Length && content[at + 1] != separator && content[at + 1] != '\n')
                    {
                        throw new FormatException($"line {line}");
                    }

                    break;
                case '"':
                    throw new FormatException($"line {line}");
                case '\n':
                    line++;
                    record.Add(value.ToString());
                    yield return record;
                    (record, value) = ([], new StringBuilder());
                    break;
                case var character when character == separator:
                    record.Add(value.ToString());
                    value.Clear();
                    break;
                case var character:
                    value.Append(character);
                    break;
            }
        }

        if (record.Count > 0 || value.Length > 0)
        {
            record.Add(value.ToString());
            yield return record;
        }
    }

    /// <summary>Reads a value up to its closing quotation mark, and answers where that stands. Two of them within stand for one.</summary>
    static int Quoted(string content, int at, StringBuilder value, ref int line)
    {
        for (; at < content.Length; at++)
        {
            if (content[at] == '"' && (at + 1 == content.Length || content[at + 1] != '"'))
            {
                return at;
            }

            at += content[at] == '"' ? 1 : 0;
            line += content[at] == '\n' ? 1 : 0;
            value.Append(content[at]);
        }

        throw new FormatException($"line {line}");
    }
}
