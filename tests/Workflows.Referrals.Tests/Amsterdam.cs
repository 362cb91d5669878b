using Workflows.Referrals.Deadlines;

namespace Workflows.Referrals.Tests;

/// <summary>Moments as clocks in the Netherlands show them.</summary>
static class Amsterdam
{
    public static DateTimeOffset At(int year, int month, int day, int hour, int minute = 0) =>
        AmsterdamTime.At(new(year, month, day), new(hour, minute));
}
