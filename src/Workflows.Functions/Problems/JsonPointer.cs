namespace Workflows.Functions.Problems;

/// <summary>JSON pointers (RFC 6901).</summary>
static class JsonPointer
{
    /// <summary>An unknown member's name comes back in its pointer: long enough to be recognised, no longer.</summary>
    const int LongestName = 64;

    public static string Member(string pointer, string name)
    {
        var shown = name.Length <= LongestName ? name : name[..LongestName];
        return $"{pointer}/{shown.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
    }

    public static string Item(string pointer, int index) => $"{pointer}/{index}";
}
