using Workflows.Referrals.Commands;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process;

public sealed class When_it_was_a_mistake
{
    static readonly MarkEnteredInError WrongPerson = new(ErrorReason.WrongPerson);

    public static TheoryData<ReferralStatus> EveryOtherStatus => [.. Enum.GetValues<ReferralStatus>().Except([ReferralStatus.Received, ReferralStatus.EnteredInError])];

    [Theory, MemberData(nameof(EveryOtherStatus))]
    public void It_stands_there_with_the_reason_and_nothing_of_it_counts_any_more(ReferralStatus status)
    {
        var story = Story.In(status);
        var before = story.Effects.Count;
        story.Cora(WrongPerson).Until(Amsterdam.At(2032, 1, 1, 12));

        Assert.Equal((ReferralStatus.EnteredInError, "wrongPerson"), (story.Referral.Status, story.Referral.StatusReason));
        Assert.All(story.Effects.Skip(before), effect => Assert.True(
            effect.Effect is StopFeedback or EraseDossier or SendMessage { Message.Kind: MessageKind.NoLongerYours }, effect.ToString()));
    }

    [Fact]
    public void The_worker_who_has_it_is_told_to_stop() => Assert.Single(Story.In(ReferralStatus.InSupport).Practice(WrongPerson).Times(MessageKind.NoLongerYours));

    [Fact]
    public void A_worker_cannot_say_so() => Assert.Equal("not-your-role", Story.In(ReferralStatus.InSupport).Anna(WrongPerson).Refusal!.Code);
}
