using System.Diagnostics;
using System.Globalization;

namespace LocalRuntime.Azurite;

/// <summary>Writes down which process is meant. Process ids are used again; with the moment of its start a process is known for certain.</summary>
static class ProcessIdentity
{
    /// <summary>The system tells the moment of a start only to about a second.</summary>
    static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(3);

    public static string Of(Process process) => string.Create(CultureInfo.InvariantCulture, $"{process.Id} {process.StartTime.ToUniversalTime():O}");

    /// <summary>The process, if it still runs.</summary>
    public static Process? Find(string identity)
    {
        try
        {
            var (id, started) = identity.Split(' ') is [var first, var second] ? (first, second) : throw new FormatException(identity);
            var process = Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture));
            var difference = process.StartTime.ToUniversalTime() - DateTime.Parse(started, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
            return difference.Duration() < Tolerance ? process : null;
        }
        catch (Exception gone) when (gone is ArgumentException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }
}
