namespace Workflows.Functions.Notifications;

/// <summary>How long to wait for somebody who does not answer: longer each time, so that an outage of an hour is met with few calls.</summary>
static class Patience
{
    /// <summary>After this long it is given up.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(3);

    static readonly TimeSpan First = TimeSpan.FromMinutes(5);
    static readonly TimeSpan Most = TimeSpan.FromHours(6);

    /// <summary>The wait after so many attempts: 5 minutes after the first, three times as long after each further one, 6 hours at most.</summary>
    public static TimeSpan After(int attempts) => TimeSpan.FromMinutes(Math.Min(First.TotalMinutes * Math.Pow(3, attempts - 1), Most.TotalMinutes));
}
