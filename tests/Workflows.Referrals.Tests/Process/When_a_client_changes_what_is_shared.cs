using Workflows.Referrals.Commands;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process;

public sealed class When_a_client_changes_what_is_shared
{
    [Fact]
    public void From_then_on_the_gp_gets_codes_and_moments_and_no_content()
    {
        var story = Story.In(ReferralStatus.InSupport).Client(new ChangeSharing(false)).Anna(new RecordOutcome(OutcomeKind.Completed, Lines: "lines!1"));

        Assert.Null(story.Feedback.Last().Lines);
        Assert.Equal(Refusals.ContentIsNotShared, story.Anna(new WriteMessage("message!1")).Refusal);
    }

    [Fact]
    public void And_content_again_when_the_client_says_so()
    {
        var story = Story.In(ReferralStatus.InSupport, sharesContent: false).Client(new ChangeSharing(true)).Anna(new RecordOutcome(OutcomeKind.Completed, Lines: "lines!1"));

        Assert.Equal("lines!1", story.Feedback.Last().Lines);
    }

    [Fact]
    public void What_is_so_already_changes_nothing() =>
        Assert.Empty(Story.In(ReferralStatus.InSupport).Client(new ChangeSharing(true)).All<SharingChanged>());

    [Fact]
    public void The_referrer_does_not_decide_it() =>
        Assert.Equal("not-your-role", Story.In(ReferralStatus.InSupport, sharesContent: false).Practice(new ChangeSharing(true)).Refusal!.Code);
}
