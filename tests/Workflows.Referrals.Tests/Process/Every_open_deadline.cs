using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process;

public sealed class Every_open_deadline
{
    public static TheoryData<ReferralStatus> EveryStatus => [.. Enum.GetValues<ReferralStatus>().Except([ReferralStatus.Received])];

    [Theory, MemberData(nameof(EveryStatus))]
    public void Explains_itself_by_rule_version_arithmetic_and_who_was_silent(ReferralStatus status) =>
        Assert.All(Story.In(status).Referral.OpenDeadlines, deadline =>
        {
            Assert.Equal("default/1", deadline.Explanation!.PathwayVersion);
            Assert.Equal(deadline.At, deadline.Explanation.Due);
            Assert.Equal(deadline.Who, deadline.Explanation.Who);
            Assert.Matches("^[a-z-]+\\.[a-z-]+$", deadline.Explanation.Rule);
            Assert.NotEqual(deadline.Explanation.InDutch, deadline.Explanation.InEnglish);
        });

    [Theory, MemberData(nameof(EveryStatus))]
    public void Comes_in_the_order_in_which_it_passes(ReferralStatus status)
    {
        var referral = Story.In(status).Referral;

        Assert.Equal(referral.OpenDeadlines.OrderBy(deadline => deadline.At), referral.OpenDeadlines);
        Assert.Equal(referral.OpenDeadlines[0], referral.NextDeadline);
    }

    [Fact]
    public void Stands_when_its_timer_goes_off_too_early()
    {
        var story = Story.In(ReferralStatus.Offered);
        var deadline = story.Referral.NextDeadline!;
        var decision = story.Referral.Handle(Happening.DeadlinePassed(deadline, deadline.At.UtcDateTime.AddMilliseconds(-1)));

        Assert.Empty(decision.Events);
        Assert.Equal(deadline, decision.Referral.NextDeadline);
    }

    [Fact]
    public void Does_nothing_any_more_when_what_it_waited_for_has_happened()
    {
        var story = Story.In(ReferralStatus.Offered);
        var deadline = story.Referral.NextDeadline!;
        var accepted = story.Anna(new Commands.Accept()).Referral;

        Assert.Empty(accepted.Handle(Happening.DeadlinePassed(deadline, deadline.At.UtcDateTime)).Events);
    }
}
