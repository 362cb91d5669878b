using System.Security.Cryptography;
using System.Text.Json;

namespace Workflows.Functions.Directory;

/// <summary>Names what somebody saw of the directory, so that a change of something else is noticed.</summary>
static class DirectoryVersion
{
    /// <summary>The same for the same content; empty for nothing.</summary>
    public static string Of(object? seen) => seen is null ? "" : Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(seen, seen.GetType(), DirectoryJson.Options)))[..16];
}
