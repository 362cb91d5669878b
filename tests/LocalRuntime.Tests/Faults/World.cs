using LocalRuntime.DurableTask.Store;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Tests.Faults;

/// <summary>Storage, clock, threads and a process with an engine, all of them in the hands of a seed. What crashes is started again.</summary>
sealed class World
{
    /// <summary>Time in which a call of a client must have come to its end, whatever happens to storage meanwhile.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>Real time after which nothing more is expected from the threads of the pool.</summary>
    static readonly TimeSpan Silence = TimeSpan.FromSeconds(5);

    static readonly DateTimeOffset Beginning = new(2026, 4, 13, 8, 0, 0, TimeSpan.Zero);

    readonly Action<DurableTaskRegistry, EngineProcess> addTasks;
    readonly FaultPlan plan;
    readonly DateTimeOffset start;

    public World(int seed, FaultPlan plan, Action<DurableTaskRegistry, EngineProcess> addTasks, DateTimeOffset? beginning = null)
    {
        this.plan = plan;
        this.addTasks = addTasks;
        Random = new Random(seed);
        Scheduler = new SeededScheduler(Random);
        Clock = new VirtualClock(beginning ?? Beginning);
        start = Clock.GetUtcNow();
    }

    public Random Random { get; }

    public SeededScheduler Scheduler { get; }

    public VirtualClock Clock { get; }

    public InProcessStore Storage { get; } = new();

    public bool ReplaysAlways { get; init; }

    /// <summary>Calls to storage and providers so far.</summary>
    public int Calls { get; private set; }

    public int Crashes { get; private set; }

    public EngineProcess? Current { get; private set; }

    public Fault NextFault() => plan(Calls++, Clock.GetUtcNow() - start);

    /// <summary>What a client does that tries again until it works: it takes an error for not done, and a lost process for one that comes back.</summary>
    public T Insist<T>(Func<DurableTaskClient, Task<T>> call) => InsistOnAll([call])[0];

    public void Insist(Func<DurableTaskClient, Task> call) => Insist(async client =>
    {
        await call(client);
        return true;
    });

    /// <summary>Several calls at once. Those that did not work are made again, in any order.</summary>
    public T[] InsistOnAll<T>(IReadOnlyList<Func<DurableTaskClient, Task<T>>> calls)
    {
        var answers = new Task<T>?[calls.Count];
        var left = Enumerable.Range(0, calls.Count).ToArray();
        while (left.Length > 0)
        {
            var process = Running();
            Random.Shuffle(left);
            foreach (var call in left)
            {
                answers[call] = Scheduler.Start(() => calls[call](process.Client));
            }

            PumpUntil(() => process.HasCrashed || answers.All(answer => answer!.IsCompleted), Clock.GetUtcNow() + Patience);
            left = [.. left.Where(call => !answers[call]!.IsCompletedSuccessfully)];
            if (left.Select(call => answers[call]!.Exception?.InnerException).FirstOrDefault(failure => failure is not (null or StoreException)) is { } unexpected)
            {
                throw unexpected;
            }
        }

        return [.. answers.Select(answer => answer!.Result)];
    }

    /// <summary>Lets time go by, from due time to due time.</summary>
    public void Pass(TimeSpan time)
    {
        var end = Clock.GetUtcNow() + time;
        while (Clock.GetUtcNow() < end)
        {
            Running();
            PumpUntil(() => Current!.HasCrashed, end, moveToTheEnd: true);
        }
    }

    /// <summary>Runs what there is to run, without any time going by.</summary>
    public void Settle()
    {
        do
        {
            Running();
            while (Scheduler.RunOne())
            {
            }
        }
        while (Current!.HasCrashed);
    }

    /// <summary>The process of now, started again if the last one is gone.</summary>
    public EngineProcess Running()
    {
        while (Current is null || Current.HasCrashed)
        {
            Crashes += Current is null ? 0 : 1;
            Current = new EngineProcess(this, addTasks);
            Start(Current);
        }

        return Current;
    }

    /// <summary>Another process beside the one of now.</summary>
    public EngineProcess StartAnother(out Task started)
    {
        var process = new EngineProcess(this, addTasks);
        started = Scheduler.Start(async () =>
        {
            await process.StartAsync();
            return true;
        });
        return process;
    }

    /// <summary>Clients talk to this process from now on.</summary>
    public void TakeOver(EngineProcess process) => Current = process;

    public void PumpUntil(Func<bool> done, DateTimeOffset latest, bool moveToTheEnd = false)
    {
        while (!done())
        {
            if (Scheduler.RunOne())
            {
                continue;
            }

            if (Clock.NextDue is { } due && due <= latest)
            {
                Clock.MoveTo(due);
            }
            else if (moveToTheEnd)
            {
                Clock.MoveTo(latest);
                while (Scheduler.RunOne())
                {
                }

                return;
            }
            else if (!Scheduler.HasWorkWithin(Silence))
            {
                throw new InvalidOperationException($"Nothing happens any more at {Clock.GetUtcNow():u}, after {Calls} calls and {Crashes} crashes.");
            }
        }
    }

    void Start(EngineProcess process)
    {
        var started = Scheduler.Start(async () =>
        {
            await process.StartAsync();
            return true;
        });
        PumpUntil(() => started.IsCompleted || process.HasCrashed, Clock.GetUtcNow() + Patience);
        if (started.IsFaulted)
        {
            throw started.Exception.InnerException!;
        }
    }
}
