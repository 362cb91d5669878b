using LocalRuntime.Clock;
using LocalRuntime.Worker;

namespace LocalRuntime.Tests.Worker;

public sealed class Moving_the_clock : IDisposable
{
    static readonly DateTimeOffset Monday = new(2026, 4, 13, 9, 0, 0, TimeSpan.Zero);

    readonly Machine machine = new();
    readonly ClockMemory memory = new(new HostMemory(null, "hub"));
    readonly LocalClock clock;
    readonly Plan plan;
    readonly ClockDriver driver;

    public Moving_the_clock()
    {
        clock = new(machine, TimeSpan.Zero);
        plan = new(clock);
        driver = new(clock, memory, [plan]);
    }

    public void Dispose() => driver.Dispose();

    [Fact]
    public async Task Stops_at_every_due_time_in_order_and_ends_at_the_target()
    {
        plan.At(Monday.AddDays(2), Monday.AddDays(1), Monday.AddDays(9));

        await driver.AdvanceAsync(TimeSpan.FromDays(7), CancellationToken.None);

        Assert.Equal([Monday.AddDays(1), Monday.AddDays(2)], plan.Done);
        Assert.Equal(Monday.AddDays(7), driver.Now);
        Assert.Equal(Monday.AddDays(9), driver.NextDue);
    }

    [Fact]
    public async Task Stops_for_what_a_stop_planned()
    {
        plan.At(Monday.AddDays(1));
        plan.Then = moment => moment < Monday.AddDays(4) ? moment.AddDays(1) : null;

        await driver.AdvanceAsync(TimeSpan.FromDays(7), CancellationToken.None);

        Assert.Equal([Monday.AddDays(1), Monday.AddDays(2), Monday.AddDays(3), Monday.AddDays(4)], plan.Done);
    }

    [Fact]
    public async Task Remembers_each_move_before_anybody_sees_it()
    {
        plan.At(Monday.AddDays(1), Monday.AddDays(2));
        plan.Then = _ =>
        {
            Assert.Equal(clock.Offset, memory.RecallAsync(CancellationToken.None).Result);
            return null;
        };

        await driver.AdvanceAsync(TimeSpan.FromDays(2), CancellationToken.None);

        Assert.Equal(2, plan.Done.Count);
    }

    [Fact]
    public async Task Remembers_no_less_when_the_machine_overtook_the_target()
    {
        plan.At(Monday.AddMinutes(1));
        plan.Then = _ =>
        {
            machine.Now += TimeSpan.FromHours(1);   // the work of that stop took long
            return null;
        };

        await driver.AdvanceAsync(TimeSpan.FromMinutes(2), CancellationToken.None);

        Assert.Equal(TimeSpan.FromMinutes(1), clock.Offset);
        Assert.Equal(TimeSpan.FromMinutes(1), await memory.RecallAsync(CancellationToken.None));
    }

    sealed class Machine : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = Monday;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    /// <summary>Work that is done, when it is due, at the moment somebody asks whether it has settled.</summary>
    sealed class Plan(LocalClock clock) : ITimedWork
    {
        readonly SortedSet<DateTimeOffset> due = [];

        public List<DateTimeOffset> Done { get; } = [];

        public Func<DateTimeOffset, DateTimeOffset?> Then { get; set; } = _ => null;

        public DateTimeOffset? NextDue => due.Count > 0 ? due.Min : null;

        public bool IsSettled
        {
            get
            {
                if (due.Count == 0 || due.Min > clock.GetUtcNow())
                {
                    return true;
                }

                var moment = due.Min;
                due.Remove(moment);
                Done.Add(moment);
                At(Then(moment));
                return false;
            }
        }

        public void At(params DateTimeOffset?[] moments) => due.UnionWith(moments.OfType<DateTimeOffset>());
    }
}
