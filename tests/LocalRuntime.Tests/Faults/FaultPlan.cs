namespace LocalRuntime.Tests.Faults;

/// <summary>Which call to storage or to a provider meets which fault.</summary>
/// <param name="call">How many calls there were before this one, in the whole world, over all lives of its processes.</param>
/// <param name="sinceStart">The time since the world began.</param>
delegate Fault FaultPlan(int call, TimeSpan sinceStart);

static class FaultPlans
{
    static readonly Fault[] Any = [Fault.FailBefore, Fault.FailAfter, Fault.CrashBefore, Fault.CrashAfter];
    static readonly Fault[] AnswersOfABusyStorage = [Fault.FailBefore, Fault.FailAfter, Fault.Conflict];

    public static FaultPlan None { get; } = (_, _) => Fault.None;

    public static FaultPlan OneAt(int faulty, Fault fault) => (call, _) => call == faulty ? fault : Fault.None;

    /// <summary>A fault of any kind at each call, with this probability.</summary>
    public static FaultPlan Sometimes(Random random, double probability) => (_, _) => random.NextDouble() < probability ? random.GetItems(Any, 1)[0] : Fault.None;

    /// <summary>Errors, timeouts and refusals in 30 of 100 answers, for a minute.</summary>
    public static FaultPlan BusyForAMinute(Random random, TimeSpan from) => (_, sinceStart) =>
        sinceStart >= from && sinceStart < from + TimeSpan.FromMinutes(1) && random.NextDouble() < 0.3 ? random.GetItems(AnswersOfABusyStorage, 1)[0] : Fault.None;

    /// <summary>No answer to anything for five minutes.</summary>
    public static FaultPlan OutageOfFiveMinutes(TimeSpan from) => (_, sinceStart) =>
        sinceStart >= from && sinceStart < from + TimeSpan.FromMinutes(5) ? Fault.FailBefore : Fault.None;
}
