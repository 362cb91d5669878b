using System.Text;
using LocalRuntime.DurableTask.Store;

namespace LocalRuntime.DurableTask.Instances;

/// <summary>Long histories: episodes, one a line, cut into rows of their own. Pages are written before the row that counts them.</summary>
static class HistoryPages
{
    /// <summary>Characters of episodes in an instance's row. It leaves room for the largest input, output and inbox.</summary>
    const int MostCharacters = 80_000;

    /// <summary>Properties that episodes take in an instance's row.</summary>
    const int MostProperties = 150;

    const int CharactersPerPage = TableLimits.CharactersPerRow - 10_000;

    public static bool AreNeeded(Instance instance) =>
        instance.Episodes.Sum(episode => episode.Length) > MostCharacters
        || instance.Episodes.Sum(episode => Documents.Count(episode.Length)) > MostProperties;

    /// <summary>Moves all episodes from the instance's row to pages.</summary>
    public static IEnumerable<RowWrite> Move(Instance instance)
    {
        var text = string.Concat(instance.Episodes.Select(episode => episode + "\n"));
        instance.Episodes.Clear();
        List<RowWrite> pages = [];
        for (var start = 0; start < text.Length;)
        {
            var length = Math.Min(CharactersPerPage, text.Length - start);
            if (char.IsHighSurrogate(text[start + length - 1]))
            {
                length--;
            }

            var values = new Dictionary<string, object>();
            Documents.Write(values, "Text", text.Substring(start, length));
            pages.Add(new PutRow(InstanceRows.PageKey(instance.ExecutionId, instance.NextPage++), values));
            start += length;
        }

        return pages;
    }

    public static async Task<string> ReadAsync(IPartitionStore store, Retry retry, string executionId, int first, int next, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        for (var page = first; page < next; page++)
        {
            var key = InstanceRows.PageKey(executionId, page);
            var row = await retry.RunAsync(() => store.ReadAsync(key, cancellation), cancellation);
            text.Append(Documents.Read(row!.Values, "Text"));
        }

        return text.ToString();
    }

    /// <summary>The episodes of a text of pages, oldest first.</summary>
    public static IEnumerable<string> Split(string? text) => text is null ? [] : text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
