using Workflows.Referrals.Commands;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process;

public sealed class When_a_referral_arrives
{
    static readonly DateTimeOffset SaturdayNight = Amsterdam.At(2026, 4, 18, 23);

    [Fact]
    public void Its_receipt_is_confirmed_to_the_referrer_at_any_hour()
    {
        var (at, message) = Story.Received(SaturdayNight).Sent.Single();

        Assert.Equal(SaturdayNight, at);
        Assert.Equal(new(new(RecipientKind.Referrer, "r1"), MessageKind.Receipt), message);
    }

    [Fact]
    public void The_first_of_the_ranked_workers_is_asked_and_the_ranking_stands_in_the_timeline()
    {
        var story = Story.Received(Story.Monday);

        Assert.Equal("anna", story.Referral.WhoseTurn);
        Assert.Equal([new("anna", ["free-capacity"]), new("bram", ["free-capacity"]), new("carla", ["free-capacity"])], story.Last<CandidatesRanked>().Candidates);
    }

    [Fact]
    public void A_target_group_rule_that_fires_is_named_and_a_human_must_act()
    {
        var story = Story.Received(Story.Monday, rule: "minor");

        Assert.Equal(new(CoordinatorReason.TargetGroup, Rule: "minor"), story.Last<CoordinatorNeeded>());
        Assert.Equal("coordinator", story.Referral.WhoseTurn);
    }

    [Fact]
    public void An_open_referral_of_the_same_client_makes_a_human_act()
    {
        var story = Story.Received(Story.Monday, duplicate: "r2");

        Assert.Equal(new(CoordinatorReason.PossibleDuplicate, DuplicateOf: "r2"), story.Last<CoordinatorNeeded>());
        Assert.Empty(story.All<OfferMade>());
    }

    [Fact]
    public void And_nobody_fits_then_a_human_must_act() =>
        Assert.Equal(CoordinatorReason.NobodyAccepted, Story.Received(Story.Monday, workers: []).Last<CoordinatorNeeded>().Reason);

    [Fact]
    public void The_same_submission_once_more_changes_nothing()
    {
        var referral = Story.Received(Story.Monday).Referral;
        var decision = referral.Handle(Happening.Submitted(Story.Monday.UtcDateTime));

        Assert.Equal(referral, decision.Referral);
        Assert.Empty(decision.Events);
        Assert.Empty(decision.Effects);
    }

    [Fact]
    public void It_keeps_the_pathway_version_that_it_started_with_also_when_it_is_reopened()
    {
        var story = Story.Received(Story.Monday, pathway: Pathway.Default with { Version = 7 }).Practice(new Cancel(CancelReason.WithdrawnByReferrer)).Cora(new Reopen(ReopenReason.ClientReturned));

        Assert.All(story.Events, happened => Assert.Equal("default/7", happened.PathwayVersion));
        Assert.Equal("default/7", story.Next(DeadlineKind.OfferResponse)!.Explanation!.PathwayVersion);
    }

    [Theory, InlineData(""), InlineData("a/b"), InlineData("a#b"), InlineData("a?b"), InlineData("a b"), InlineData("123456789012345678901234567890123456789012345678901")]
    public void Its_id_is_legal_in_every_key_made_from_it(string id) =>
        Assert.Throws<ArgumentException>(() => Referral.Submit(id, Story.Received(Story.Monday).Referral.Submission));
}
