using Workflows.Referrals.Commands;
using Workflows.Referrals.Process;
using Workflows.Referrals.Tests.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Timeline;

public sealed class A_timeline
{
    public static TheoryData<ReferralStatus> EveryStatus => [.. Enum.GetValues<ReferralStatus>().Except([ReferralStatus.Received])];

    [Fact]
    public void Says_who_did_what_when_on_whose_behalf_why_and_under_which_pathway_version()
    {
        var story = Story.In(ReferralStatus.Offered);
        story.Take(new CommandEnvelope("c1", new(Role.Worker, "bram", OnBehalfOf: "anna"), new Decline(DeclineReason.NoCapacity, "note!1")));

        Assert.Equal(
            new ReferralEvent(4, Story.Monday, new(Role.Worker, "bram", "anna"), "default/1", new OfferDeclined("anna", DeclineReason.NoCapacity, "note!1")),
            story.Events.Single(happened => happened.Change is OfferDeclined));
    }

    [Theory, MemberData(nameof(EveryStatus))]
    public void Tells_all_that_a_referral_is(ReferralStatus status)
    {
        var referral = Story.In(status).Cora(new WriteMessage("message!1")).Referral;
        var events = Story.In(status).Cora(new WriteMessage("message!1")).Events;

        Assert.Equal(referral with { HandledCommands = [] }, Referral.From(referral.Id, events));
    }

    [Fact]
    public void Begins_with_the_receipt_and_has_no_gap()
    {
        var events = Story.In(ReferralStatus.Completed).Events;

        Assert.Equal(Enumerable.Range(1, events.Count), events.Select(happened => happened.Sequence));
        Assert.Throws<ArgumentException>(() => Referral.From("r1", [.. events.Skip(1)]));
        Assert.Throws<ArgumentException>(() => Referral.From("r1", [events[0], .. events.Skip(2)]));
    }
}
