using Workflows.Referrals.Pathways;

namespace Workflows.Referrals.Insights;

/// <summary>The data files of the figures, and how one is refused.</summary>
static class Resources
{
    public static string Text(string file)
    {
        using var stream = new StreamReader(typeof(Resources).Assembly.GetManifestResourceStream($"Insights/{file}")!);
        return stream.ReadToEnd();
    }

    /// <exception cref="InvalidDataException">Something was found.</exception>
    public static void Require(IEnumerable<Finding> findings)
    {
        if (findings.FirstOrDefault() is { } first)
        {
            throw new InvalidDataException($"{first.Pointer}: {first.Detail.En}");
        }
    }
}
