namespace Workflows.Referrals.Tests.Simulation;

public sealed class A_simulation
{
    [Fact]
    public void Of_the_same_seed_comes_to_the_same_hash() => Assert.Equal(Simulation.Run(200, 1).Hash, Simulation.Run(200, 1).Hash);

    [Fact]
    public void Of_another_seed_comes_to_another_hash() => Assert.NotEqual(Simulation.Run(20, 1).Hash, Simulation.Run(20, 2).Hash);

    [Fact]
    public void Lives_through_every_phase_to_the_very_end()
    {
        var simulation = Simulation.Run(300, 1);

        Assert.True(simulation.Erased > 200, $"{simulation.Erased} of 300 were erased");
        Assert.Contains(typeof(Referrals.Timeline.OfferLapsed), simulation.Changes.Keys);
        Assert.Contains(typeof(Referrals.Timeline.FoundStuck), simulation.Changes.Keys);
        Assert.Contains(typeof(Referrals.Timeline.HandoverMissed), simulation.Changes.Keys);
        Assert.Contains(typeof(Referrals.Timeline.AftercareAsked), simulation.Changes.Keys);
        Assert.Contains(typeof(Referrals.Timeline.WorkerAssigned), simulation.Changes.Keys);
    }
}
