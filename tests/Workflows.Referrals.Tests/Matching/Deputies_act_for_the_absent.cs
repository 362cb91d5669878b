using Workflows.Referrals.Matching;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Matching;

public sealed class Deputies_act_for_the_absent
{
    static readonly DateOnly Monday = new(2026, 4, 13);

    static Candidate Worker(string id, string? deputy = null, bool away = false) =>
        new(id, false, [], [], Capacity: 1, Caseload: 1, away ? [new(Monday, null, deputy)] : []);

    static string? Acting(params Candidate[] workers) => Deputies.ActingFor("anna", [.. workers], Monday);

    [Fact]
    public void A_worker_who_is_there_acts() => Assert.Equal("anna", Acting(Worker("anna")));

    [Fact]
    public void A_deputy_acts_for_a_worker_who_is_absent_or_gone_also_without_room() =>
        Assert.Equal("bram", Acting(Worker("anna", "bram", away: true), Worker("bram")));

    [Fact]
    public void The_deputys_deputy_acts_when_both_are_away() =>
        Assert.Equal("carla", Acting(Worker("anna", "bram", away: true), Worker("bram", "carla", away: true), Worker("carla")));

    [Fact]
    public void Nobody_acts_when_each_is_the_others_deputy_and_both_are_away() =>
        Assert.Null(Acting(Worker("anna", "bram", away: true), Worker("bram", "anna", away: true)));

    [Fact]
    public void Nobody_acts_for_a_worker_without_deputy_or_with_one_who_is_not_known()
    {
        Assert.Null(Acting(Worker("anna", deputy: null, away: true)));
        Assert.Null(Acting(Worker("anna", "zoe", away: true)));
        Assert.Null(Acting());
    }
}
