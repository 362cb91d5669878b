using Workflows.Functions.Notifications;

namespace Workflows.Functions.Feedback;

/// <summary>When a callback that failed is tried again.</summary>
static class CallbackRetries
{
    /// <summary>Up to so much longer, so that what failed together does not come back together.</summary>
    const double Spread = 0.2;

    /// <param name="attempts">How often it was tried: from 1.</param>
    /// <param name="asked">How long the receiver asked to wait; a shorter time than our own is not a wish.</param>
    /// <param name="chance">A random value that is the same at each replay.</param>
    public static TimeSpan Wait(int attempts, TimeSpan? asked, Guid chance)
    {
        var own = Patience.After(attempts) * (1 + (Spread * chance.ToByteArray()[0] / byte.MaxValue));

        // Whole seconds: a clock that is moved to a due time is moved no finer than its timers count.
        return TimeSpan.FromSeconds(Math.Ceiling((asked > own ? asked.Value : own).TotalSeconds));
    }
}
