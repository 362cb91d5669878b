using System.Text.Json;
using System.Text.RegularExpressions;

namespace Workflows.Benchmarks.Pages;

/// <summary>
/// The rows of a table in the order of their keys, found as Azure finds them: by partition and range. Azurite looks at every row of a table for every question
/// and sorts what it finds, so that there a page takes a hundred times as long when there are a hundred times as many rows, whatever the app does.
/// </summary>
sealed partial class SortedRows
{
    static readonly StringComparer Keys = StringComparer.Ordinal;

    readonly Dictionary<string, SortedList<string, string>> partitions = [];

    /// <summary>How many rows were handed out.</summary>
    public long Read { get; private set; }

    public int Count => partitions.Values.Sum(rows => rows.Count);

    /// <summary>Adds rows: partition, row key and JSON of each.</summary>
    public void AddRange(IEnumerable<(string Partition, string Row, string Json)> rows)
    {
        foreach (var partition in rows.GroupBy(row => row.Partition))
        {
            // In order: a sorted list is filled from its end.
            var sorted = partitions.TryGetValue(partition.Key, out var known) ? known : partitions[partition.Key] = new SortedList<string, string>(Keys);
            foreach (var (_, row, json) in partition.OrderBy(row => row.Row, Keys))
            {
                sorted[row] = json;
            }
        }
    }

    /// <summary>What <c>$filter</c> and <c>$top</c> ask for, as the table service writes it; null when the filter is of another form.</summary>
    public byte[]? Answer(string filter, int top)
    {
        string? partition = null;
        var (from, to, isFromIncluded) = ("", (string?)null, true);
        var terms = Terms().Matches(filter);
        if (string.Join(" and ", terms.Select(term => term.Value)) != filter)
        {
            return null;
        }

        foreach (Match term in terms)
        {
            var value = term.Groups[3].Value.Replace("''", "'", StringComparison.Ordinal);
            switch (term.Groups[1].Value, term.Groups[2].Value)
            {
                case ("PartitionKey", "eq"):
                    partition = value;
                    break;
                case ("RowKey", "gt" or "ge"):
                    (from, isFromIncluded) = (value, term.Groups[2].Value is "ge");
                    break;
                case ("RowKey", "lt"):
                    to = value;
                    break;
                default:
                    return null;
            }
        }

        return partition is null ? null : Written(partition, Range(partition, from, isFromIncluded, to, top));
    }

    IEnumerable<KeyValuePair<string, string>> Range(string partition, string from, bool isFromIncluded, string? to, int top)
    {
        if (!partitions.TryGetValue(partition, out var rows))
        {
            yield break;
        }

        for (var at = First(rows.Keys, from, isFromIncluded); at < rows.Count && top > 0 && (to is null || Keys.Compare(rows.GetKeyAtIndex(at), to) < 0); at++, top--)
        {
            Read++;
            yield return KeyValuePair.Create(rows.GetKeyAtIndex(at), rows.GetValueAtIndex(at));
        }
    }

    static int First(IList<string> keys, string from, bool isFromIncluded)
    {
        var (low, high) = (0, keys.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var order = Keys.Compare(keys[middle], from);
            (low, high) = order < 0 || (order == 0 && !isFromIncluded) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    static byte[] Written(string partition, IEnumerable<KeyValuePair<string, string>> rows) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        value = rows.Select(row => new { PartitionKey = partition, RowKey = row.Key, Json = row.Value }),
    });

    [GeneratedRegex("(PartitionKey|RowKey) (eq|gt|ge|lt) '((?:[^']|'')*)'")]
    private static partial Regex Terms();
}
