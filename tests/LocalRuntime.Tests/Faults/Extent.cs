namespace LocalRuntime.Tests.Faults;

/// <summary>How much is tried: enough to notice while working, and all of it when <c>WORKFLOWS_FULL=1</c>, as .ci/run sets it.</summary>
static class Extent
{
    static readonly bool IsFull = Environment.GetEnvironmentVariable("WORKFLOWS_FULL") == "1";

    public static int Seeds => IsFull ? 5_000 : 500;

    public static int Kills => IsFull ? 50 : 3;
}
