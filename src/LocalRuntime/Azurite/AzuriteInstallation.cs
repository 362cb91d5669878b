using LocalRuntime.Worker;

namespace LocalRuntime.Azurite;

/// <summary>Azurite as npm installed it in the repository's root, and the git-ignored folder beside it that holds its data.</summary>
sealed record AzuriteInstallation(string Script, string DataFolder)
{
    // The table service alone: blobs and queues are not used, and three services take longer to start than one.
    const string TableService = "node_modules/azurite/dist/src/table/main.js";

    public string LogFile => Path.Combine(DataFolder, "azurite.log");

    public static AzuriteInstallation? Find() =>
        Upwards.Find(TableService) is { } script ? new(script, Path.Combine(script[..^TableService.Length], ".azurite")) : null;

    /// <summary>The file that names the Azurite on that port, and the app that is to stop it.</summary>
    public string ProcessFile(int port) => Path.Combine(DataFolder, $"{port}.process");

    public string LastWords() => File.Exists(LogFile) ? string.Join(' ', File.ReadLines(LogFile).TakeLast(3)) : "none.";
}
