namespace LocalRuntime.DurableTask.Store;

/// <summary>
/// The limits of Azure Table Storage (Microsoft Learn, "Scalability and performance targets for Table storage"), with some room left.
/// Azurite does not enforce all of them, so that they are enforced here.
/// </summary>
static class TableLimits
{
    /// <summary>Rows in one transaction.</summary>
    public const int RowsPerTransaction = 100;

    /// <summary>Characters in one transaction: 4 MiB of request, where a character may take up to two bytes, escaping included.</summary>
    public const int CharactersPerTransaction = 1_500_000;

    /// <summary>Characters in one string property: 64 KiB of UTF-16.</summary>
    public const int CharactersPerProperty = 32_000;

    /// <summary>Characters in one row: 1 MiB of UTF-16.</summary>
    public const int CharactersPerRow = 480_000;

    /// <summary>Properties in one row, the three system properties not counted.</summary>
    public const int PropertiesPerRow = 249;

    /// <summary>Roughly what a set of values counts for.</summary>
    public static int Characters(IReadOnlyDictionary<string, object> values)
    {
        var sum = 0;
        foreach (var (name, value) in values)
        {
            sum += name.Length + (value is string text ? text.Length : 8);
        }

        return sum;
    }

    /// <exception cref="StoreException">A row or the transaction is larger than Azure takes.</exception>
    public static void Check(IReadOnlyList<RowWrite> writes)
    {
        if (writes.Count is 0 or > RowsPerTransaction)
        {
            throw new StoreException(StoreFailure.Rejected, $"A transaction has 1 to {RowsPerTransaction} rows, not {writes.Count}.");
        }

        foreach (var write in writes)
        {
            var values = write switch
            {
                PutRow put => put.Values,
                MergeRow merge => merge.Values,
                InsertRow insert => insert.Values,
                ReplaceRow replace => replace.Values,
                _ => null,
            };
            if (values is not null && (values.Count > PropertiesPerRow || Characters(values) > 512 * 1024
                || values.Values.Any(value => value is string { Length: > 32 * 1024 })))
            {
                throw new StoreException(StoreFailure.Rejected, $"Row '{write.Key}' is larger than Table Storage takes.");
            }
        }
    }
}
