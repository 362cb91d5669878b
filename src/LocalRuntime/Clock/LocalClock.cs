namespace LocalRuntime.Clock;

/// <summary>
/// The app's clock: runs with the machine's clock, and can be moved forward. Timers made from it fire when it reaches their moment,
/// by running or by being moved. Time never goes back.
/// </summary>
/// <remarks>Thread-safe. What must wait in real time (locks of messages, HTTP timeouts) uses <see cref="TimeProvider.System"/> instead.</remarks>
sealed class LocalClock(TimeProvider machine, TimeSpan offset) : TimeProvider
{
    readonly Lock gate = new();
    readonly HashSet<LocalTimer> timers = [];
    TimeSpan offset = offset;

    /// <summary>How far the app's time is ahead of the machine's.</summary>
    public TimeSpan Offset
    {
        get { lock (gate) { return offset; } }
    }

    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow() + Offset;

    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    public override long TimestampFrequency => machine.TimestampFrequency;

    /// <summary>Elapsed time is the machine's: a measured duration does not grow by a move of the clock.</summary>
    public override long GetTimestamp() => machine.GetTimestamp();

    /// <summary>How far ahead the clock would be, were it moved to <paramref name="moment"/> now.</summary>
    public TimeSpan OffsetAt(DateTimeOffset moment) => moment - machine.GetUtcNow();

    /// <summary>Sets the clock before anything lives by it: the only moment at which it may go back.</summary>
    public void Start(TimeSpan ahead)
    {
        lock (gate)
        {
            offset = ahead;
        }
    }

    /// <summary>Moves the clock to <paramref name="moment"/> and fires what became due; a moment that has passed changes nothing.</summary>
    public void MoveTo(DateTimeOffset moment)
    {
        LocalTimer[] waiting;
        lock (gate)
        {
            var ahead = moment - machine.GetUtcNow();
            if (ahead <= offset)
            {
                return;
            }

            offset = ahead;
            waiting = [.. timers];
        }

        foreach (var timer in waiting)
        {
            timer.Rearm();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new LocalTimer(this, machine, callback, state);
        lock (gate)
        {
            timers.Add(timer);
        }

        timer.Change(dueTime, period);
        return timer;
    }

    void Forget(LocalTimer timer)
    {
        lock (gate)
        {
            timers.Remove(timer);
        }
    }

    /// <summary>Keeps its due moment in the app's time and sets the machine's timer anew whenever the clock was moved.</summary>
    sealed class LocalTimer : ITimer
    {
        /// <summary>The longest single wait of a machine timer; a longer one is waited for in parts.</summary>
        static readonly TimeSpan Longest = TimeSpan.FromDays(20);

        readonly Lock gate = new();
        readonly LocalClock clock;
        readonly TimerCallback callback;
        readonly object? state;
        readonly ITimer wake;
        DateTimeOffset? due;
        TimeSpan period;
        bool disposed;

        public LocalTimer(LocalClock clock, TimeProvider machine, TimerCallback callback, object? state)
        {
            this.clock = clock;
            this.callback = callback;
            this.state = state;
            wake = machine.CreateTimer(_ => Rearm(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (gate)
            {
                if (disposed)
                {
                    return false;
                }

                due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.GetUtcNow() + dueTime;
                this.period = period;
            }

            Rearm();
            return true;
        }

        public void Rearm()
        {
            lock (gate)
            {
                if (disposed || due is not { } moment)
                {
                    return;
                }

                var left = moment - clock.GetUtcNow();
                if (left > TimeSpan.Zero)
                {
                    // Rounded up: a machine timer counts whole milliseconds and would otherwise fire before the moment.
                    var wait = TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds));
                    wake.Change(wait < Longest ? wait : Longest, Timeout.InfiniteTimeSpan);
                    return;
                }

                due = period > TimeSpan.Zero ? clock.GetUtcNow() + period : null;
            }

            // A queued callback, as a timer of the machine would do it: never on the thread that moves the clock.
            ThreadPool.QueueUserWorkItem(timer => timer.callback(timer.state), this, preferLocal: false);
            Rearm();
        }

        public void Dispose()
        {
            lock (gate)
            {
                disposed = true;
                due = null;
            }

            wake.Dispose();
            clock.Forget(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
