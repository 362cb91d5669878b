using System.Diagnostics;

namespace Workflows.Benchmarks.Pages;

/// <summary>Times an address in two apps in turns, so that what else the machine does hits both.</summary>
static class InTurns
{
    /// <summary>As many as it takes until what runs is compiled for good: a report of many numbers is opened longer than a page.</summary>
    const int WarmUps = 100;

    const int Times = 60;

    /// <summary>The medians of how long it took.</summary>
    public static async Task<(TimeSpan Few, TimeSpan Many)> MedianAsync(MeasuredApp few, MeasuredApp many, string user, string path)
    {
        List<TimeSpan> ofFew = [], ofMany = [];
        for (var time = -WarmUps; time < Times; time++)
        {
            var (first, second) = (await TimeAsync(few, user, path), await TimeAsync(many, user, path));
            if (time >= 0)
            {
                ofFew.Add(first);
                ofMany.Add(second);
            }
        }

        return (Median(ofFew), Median(ofMany));
    }

    /// <summary>How long it takes once.</summary>
    public static async Task<TimeSpan> TimeAsync(MeasuredApp app, string user, string path)
    {
        var started = Stopwatch.GetTimestamp();
        await app.OpenAsync(user, path);
        return Stopwatch.GetElapsedTime(started);
    }

    static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);
}
