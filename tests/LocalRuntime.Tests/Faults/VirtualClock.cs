namespace LocalRuntime.Tests.Faults;

/// <summary>Time that stands still until the test moves it, from due time to due time or by a jump, forward or back.</summary>
sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    readonly List<VirtualTimer> timers = [];
    DateTimeOffset now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>When the next timer is due; null when none is set.</summary>
    public DateTimeOffset? NextDue => timers.Min(timer => timer.Due);

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Sets the clock and fires what became due, the earliest first.</summary>
    public void MoveTo(DateTimeOffset moment)
    {
        now = moment;
        while (timers.Where(timer => timer.Due <= now).MinBy(timer => timer.Due) is { } due)
        {
            due.Fire();
        }
    }

    sealed class VirtualTimer(VirtualClock clock, Action fire) : ITimer
    {
        TimeSpan period;

        public DateTimeOffset? Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            this.period = period;
            Due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.now + dueTime;
            clock.timers.Remove(this);
            if (Due is not null)
            {
                clock.timers.Add(this);
            }

            return true;
        }

        public void Fire()
        {
            Change(period > TimeSpan.Zero ? period : Timeout.InfiniteTimeSpan, period);
            fire();
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
