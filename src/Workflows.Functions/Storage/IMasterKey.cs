namespace Workflows.Functions.Storage;

/// <summary>Where the key comes from that wraps the data keys. It is never stored beside what it protects.</summary>
interface IMasterKey
{
    /// <summary>The key that wraps from now on.</summary>
    ValueTask<MasterKey> CurrentAsync(CancellationToken cancellation = default);

    /// <summary>The key of a version that wrapped earlier.</summary>
    /// <exception cref="InvalidOperationException">There is no such version any more.</exception>
    ValueTask<MasterKey> FindAsync(string version, CancellationToken cancellation = default);
}

/// <summary>A master key.</summary>
/// <param name="Version">Its name, kept beside everything that it wrapped.</param>
/// <param name="Bytes">32 bytes.</param>
sealed record MasterKey(string Version, byte[] Bytes)
{
    public const int Length = 32;

    /// <summary>Reads a key as it is kept in a file or a vault.</summary>
    /// <exception cref="InvalidOperationException">The text is not 32 bytes in base64.</exception>
    public static MasterKey Parse(string version, string base64)
    {
        var bytes = new byte[Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) && length == Length
            ? new(version, bytes)
            : throw new InvalidOperationException($"The master key, version {version}, is not {Length} bytes in base64.");
    }
}
