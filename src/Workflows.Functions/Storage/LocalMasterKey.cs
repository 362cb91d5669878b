using System.Security.Cryptography;
using System.Text;

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

    /// <summary>Written aside and moved into place whole, by one app at a time: two that start together end up with the same key.</summary>
    void Make()
    {
        using var oneAtATime = new Mutex(false, $@"Global\{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(path))))}");
        try
        {
            oneAtATime.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // The other app was killed. This one has its turn, and finds the file or not.
        }

        try
        {
            if (!File.Exists(path))
            {
                System.IO.Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
                Write($"{path}.new");
                File.Move($"{path}.new", path);
            }
        }
        finally
        {
            oneAtATime.ReleaseMutex();
        }
    }

    static void Write(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using var writer = new StreamWriter(file, options);
        writer.WriteLine($"1 {Convert.ToBase64String(RandomNumberGenerator.GetBytes(MasterKey.Length))}");
    }
}
