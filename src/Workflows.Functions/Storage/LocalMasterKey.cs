using System.Security.Cryptography;

namespace Workflows.Functions.Storage;

/// <summary>The master key of a developer's machine: a file that only its owner may read, made when it is not there.</summary>
/// <remarks>One key per line, <c>version base64</c>; the last one is current. Add a line to rotate.</remarks>
sealed class LocalMasterKey(string path) : IMasterKey
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public ValueTask<MasterKey> CurrentAsync(CancellationToken cancellation = default) => new(Keys()[^1]);

    public ValueTask<MasterKey> FindAsync(string version, CancellationToken cancellation = default) =>
        new(Keys().Find(key => key.Version == version) ?? throw new InvalidOperationException($"{path} holds no version {version}."));

    List<MasterKey> Keys()
    {
        if (!File.Exists(path))
        {
            Make();
        }

        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) is var mode && mode != OwnerOnly)
        {
            throw new InvalidOperationException($"{path} holds the master key, but its rights are {mode}: run chmod 600 on it.");
        }

        return
        [
            .. File.ReadAllLines(path)
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(parts => parts.Length == 2)
                .Select(parts => MasterKey.Parse(parts[0], parts[1])),
        ];
    }

    void Make()
    {
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        // Moved into place whole, and never over another one: two apps that start together end up with the same key.
        var draft = $"{path}.{Guid.NewGuid():N}";
        using (var writer = new StreamWriter(draft, options))
        {
            writer.WriteLine($"1 {Convert.ToBase64String(RandomNumberGenerator.GetBytes(MasterKey.Length))}");
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
