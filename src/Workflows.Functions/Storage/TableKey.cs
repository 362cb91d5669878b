namespace Workflows.Functions.Storage;

/// <summary>What may stand in a PartitionKey or RowKey.</summary>
static class TableKey
{
    /// <summary>Azure allows 1 KiB, which is 512 characters; Azurite does not check.</summary>
    const int Longest = 512;

    /// <summary>Whether the text can be a key.</summary>
    public static bool IsValid(string key) =>
        key.Length is > 0 and <= Longest && !key.AsSpan().ContainsAny(@"/\#?") && !key.Any(char.IsControl);

    /// <summary>Answers <paramref name="key"/> as it is.</summary>
    /// <exception cref="ArgumentException">It is empty, too long, or holds a character that Table Storage refuses.</exception>
    public static string Valid(string key) =>
        IsValid(key)
            ? key
            : throw new ArgumentException("A table key has 1 to 512 characters, none of them / \\ # ? or a control character.", nameof(key));
}
