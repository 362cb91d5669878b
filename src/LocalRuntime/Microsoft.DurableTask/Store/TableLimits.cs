namespace LocalRuntime.DurableTask.Store;

/// <summary>
/// The limits of Azure Table Storage (Microsoft Learn, "Scalability and performance targets for Table storage"), with some room left.
/// Azurite does not enforce all of them, so that they are enforced here.
/// </summary>
static class TableLimits
{
    /// <summary>Rows in one transaction.</summary>
    public const int RowsPerTransaction = 100;

    /// <summary>Bytes of one transaction on the wire: 4 MiB, less what its frame takes.</summary>
    public const int BytesPerTransaction = 3_900_000;

    /// <summary>Characters in one string property: 64 KiB of UTF-16.</summary>
    public const int CharactersPerProperty = 32_000;

    /// <summary>Characters in one row: 1 MiB of UTF-16.</summary>
    public const int CharactersPerRow = 480_000;

    /// <summary>Properties in one row, the three system properties not counted.</summary>
    const int PropertiesPerRow = 249;

    /// <exception cref="StoreException">A row or the transaction is larger than Azure takes.</exception>
    public static void Check(IReadOnlyList<RowWrite> writes)
    {
        if (writes.Count is 0 or > RowsPerTransaction)
        {
            throw new StoreException(StoreFailure.Rejected, $"A transaction has 1 to {RowsPerTransaction} rows, not {writes.Count}.");
        }

        if (writes.FirstOrDefault(write => ValuesOf(write) is { } values && !Fits(values)) is { } tooLarge)
        {
            throw new StoreException(StoreFailure.Rejected, $"Row '{tooLarge.Key}' is larger than Table Storage takes.");
        }

        if (writes.Sum(BytesOnTheWire) > BytesPerTransaction)
        {
            throw new StoreException(StoreFailure.Rejected, $"A transaction has at most {BytesPerTransaction} bytes.");
        }
    }

    /// <summary>What a change takes in the request: JSON in which the client of Azure escapes everything but letters, digits and some signs.</summary>
    public static int BytesOnTheWire(RowWrite write)
    {
        const int HeadersOfOneChange = 1_000;
        var sum = HeadersOfOneChange;
        foreach (var (name, value) in ValuesOf(write) ?? new Dictionary<string, object>())
        {
            sum += (2 * name.Length) + 40;
            foreach (var character in value as string ?? string.Empty)
            {
                sum += char.IsAsciiLetterOrDigit(character) || (character is >= ' ' and <= '~' and not ('"' or '\\' or '<' or '>' or '&' or '\'' or '+' or '`')) ? 1 : 6;
            }
        }

        return sum;
    }

    static bool Fits(IReadOnlyDictionary<string, object> values) =>
        values.Count <= PropertiesPerRow
        && values.Values.All(value => value is not string { Length: > 32 * 1024 })
        && values.Sum(value => value.Key.Length + (value.Value is string text ? text.Length : 8)) <= CharactersPerRow;

    static IReadOnlyDictionary<string, object>? ValuesOf(RowWrite write) => write switch
    {
        PutRow put => put.Values,
        MergeRow merge => merge.Values,
        InsertRow insert => insert.Values,
        ReplaceRow replace => replace.Values,
        _ => null,
    };
}
