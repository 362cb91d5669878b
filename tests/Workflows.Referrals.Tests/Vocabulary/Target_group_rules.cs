using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;
using Workflows.Referrals.Vocabulary;

namespace Workflows.Referrals.Tests.Vocabulary;

public sealed class Target_group_rules
{
    static readonly TargetGroupFacts Ria = new(Age: 78, ["Z15", "P03"], Area: "3011");

    static TargetGroupRule Rule(string id) => new(id, new($"regel {id}", $"rule {id}"));

    static bool Fires(TargetGroupRule rule, TargetGroupFacts facts) => TargetGroup.Fired([rule], facts).Count == 1;

    [Fact]
    public void Name_the_rule_that_fired() =>
        Assert.Equal(
            ["minor", "elsewhere"],
            TargetGroup.Fired(
                [Rule("minor") with { AgeBelow = 18 }, Rule("old") with { AgeFrom = 65 }, Rule("elsewhere") with { OutsideAreas = ["3011"] }],
                Ria with { Age = 17, Area = "3099" }).Select(rule => rule.Id));

    [Fact]
    public void Look_at_the_age()
    {
        Assert.True(Fires(Rule("minor") with { AgeBelow = 18 }, Ria with { Age = 17 }));
        Assert.False(Fires(Rule("minor") with { AgeBelow = 18 }, Ria with { Age = 18 }));
        Assert.True(Fires(Rule("old") with { AgeFrom = 78 }, Ria));
        Assert.False(Fires(Rule("old") with { AgeFrom = 79 }, Ria));
    }

    [Fact]
    public void Look_at_the_reasons_and_mean_the_subdivisions_of_a_rubric_as_well()
    {
        Assert.True(Fires(Rule("depression") with { AnyReason = ["P76", "P03"] }, Ria));
        Assert.False(Fires(Rule("depression") with { AnyReason = ["P76"] }, Ria));
        Assert.True(Fires(Rule("depression") with { AnyReason = ["P76"] }, Ria with { Reasons = ["P76.01"] }));
        Assert.False(Fires(Rule("depression") with { AnyReason = ["P76.01"] }, Ria with { Reasons = ["P76"] }));
        Assert.True(Fires(Rule("no-caregiver") with { NoReason = ["Z14", "Z18"] }, Ria));
        Assert.False(Fires(Rule("no-caregiver") with { NoReason = ["Z14", "Z15"] }, Ria));
    }

    [Fact]
    public void Fire_only_when_every_condition_holds()
    {
        var rule = Rule("young-widow") with { AgeBelow = 50, AnyReason = ["Z15"] };

        Assert.False(Fires(rule, Ria));
        Assert.True(Fires(rule, Ria with { Age = 49 }));
    }

    [Fact]
    public void Do_not_fire_on_what_is_not_known()
    {
        Assert.False(Fires(Rule("minor") with { AgeBelow = 18 }, Ria with { Age = null }));
        Assert.False(Fires(Rule("elsewhere") with { OutsideAreas = ["3011"] }, Ria with { Area = null }));
        Assert.False(Fires(Rule("nothing"), Ria));
    }

    [Fact]
    public void Of_the_shipped_pathways_say_for_whom_they_are()
    {
        Assert.Equal("minor", Assert.Single(TargetGroup.Fired(Pathway.Default.TargetGroup, Ria with { Age = 17 })).Id);
        Assert.Empty(TargetGroup.Fired(Pathway.Default.TargetGroup, Ria));
        Assert.Equal("younger-than-65", Assert.Single(TargetGroup.Fired(ShippedPathways.FallPrevention.TargetGroup, Ria with { Age = 64 })).Id);
        Assert.Equal("young-caregiver", Assert.Single(TargetGroup.Fired(ShippedPathways.CaregiverSupport.TargetGroup, Ria with { Age = 17 })).Id);
    }

    [Theory]
    [InlineData("1948-03-12", "2026-03-11", 77)]
    [InlineData("1948-03-12", "2026-03-12", 78)]
    [InlineData("2008-02-29", "2026-02-28", 17)]
    [InlineData("2008-02-29", "2026-03-01", 18)]
    [InlineData("2026-04-13", "2026-04-13", 0)]
    public void Count_whole_years_of_age(string birthDate, string day, int age) =>
        Assert.Equal(age, TargetGroupFacts.AgeOn(DateOnly.ParseExact(birthDate, "yyyy-MM-dd", null), DateOnly.ParseExact(day, "yyyy-MM-dd", null)));
}
