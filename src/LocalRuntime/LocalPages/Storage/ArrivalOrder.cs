using System.Globalization;

namespace LocalRuntime.LocalPages.Storage;

/// <summary>Row keys that sort as things arrived: by the app's time, and by the machine's where the app's stands still.</summary>
sealed class ArrivalOrder
{
    long last;

    /// <summary>A key that sorts after every key given before it, also before a restart.</summary>
    public string Next(DateTimeOffset appTime)
    {
        long before, next;
        do
        {
            before = Interlocked.Read(ref last);
            next = Math.Max(before + 1, DateTime.UtcNow.Ticks);
        }
        while (Interlocked.CompareExchange(ref last, next, before) != before);

        return string.Create(CultureInfo.InvariantCulture, $"{appTime.UtcTicks:D19}-{next:D19}");
    }
}
