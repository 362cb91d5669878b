using Xunit.Abstractions;

namespace LocalRuntime.Tests.Faults;

public sealed class A_referral_under_faults(ITestOutputHelper output)
{
    [Theory]
    [InlineData(nameof(Fault.FailBefore))]
    [InlineData(nameof(Fault.FailAfter))]
    [InlineData(nameof(Fault.CrashBefore))]
    [InlineData(nameof(Fault.CrashAfter))]
    public void Comes_to_one_end_whichever_call_meets_a_fault(string name)
    {
        const int Seed = 7;
        var fault = Enum.Parse<Fault>(name);
        var calls = new Story(Seed, _ => FaultPlans.None).Tell().Calls;
        Assert.True(calls > 20, $"Only {calls} calls: that is no referral.");
        for (var call = 0; call < calls; call++)
        {
            Try($"{fault} at call {call}", () => new Story(Seed, _ => FaultPlans.OneAt(call, fault)));
        }
    }

    [Fact]
    public void Comes_to_one_end_whatever_happens()
    {
        for (var seed = 0; seed < Extent.Seeds; seed++)
        {
            Try($"seed {seed}", () => new Story(seed, random => (seed % 5) switch
            {
                0 => FaultPlans.Sometimes(random, 0.02),
                1 => FaultPlans.Sometimes(random, 0.1),
                2 => FaultPlans.Sometimes(random, 0.3),
                3 => FaultPlans.BusyForAMinute(random, TimeSpan.Zero),
                _ => FaultPlans.OutageOfFiveMinutes(TimeSpan.FromMinutes(random.Next(60))),
            }));
        }
    }

    void Try(string what, Func<Story> story)
    {
        try
        {
            story().Tell();
        }
        catch
        {
            output.WriteLine(what);
            throw;
        }
    }
}
