namespace Workflows.Benchmarks;

/// <summary>Where this program was built from.</summary>
static class Repository
{
    /// <summary>The folder that holds Workflows.sln.</summary>
    public static string Root { get; } = Find();

    static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Workflows.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"Workflows.sln is not above {AppContext.BaseDirectory}.");
    }
}
