namespace LocalRuntime.Worker;

/// <summary>Finds files beside or above the app: a settings file in the repository's root, the packages that npm installed there.</summary>
static class Upwards
{
    /// <summary>The full path of the nearest file of that relative path, seen from the app's output folder and then from the working folder.</summary>
    public static string? Find(string relativePath) =>
        new[] { AppContext.BaseDirectory, Directory.GetCurrentDirectory() }
            .SelectMany(FoldersFrom)
            .Select(folder => Path.Combine(folder, relativePath))
            .FirstOrDefault(File.Exists);

    static IEnumerable<string> FoldersFrom(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
        }
    }
}
