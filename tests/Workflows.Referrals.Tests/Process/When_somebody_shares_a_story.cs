using Workflows.Referrals.Commands;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process;

public sealed class When_somebody_shares_a_story
{
    static readonly ShareStory Words = new("text!1", Consents: true);

    static Story Shared() => Story.In(ReferralStatus.InSupport).Client(Words);

    static string Id(Story story) => story.Referral.Stories[^1].Id;

    [Fact]
    public void It_stands_and_says_who_told_it_and_where_the_words_are()
    {
        var story = Shared();

        Assert.Equal([new StoryState("r1.9.story", "text!1", Role.Client, story.Now.ToUniversalTime())], story.Referral.Stories);
        Assert.Equal(new StoryShared("r1.9.story", "text!1"), story.Last<StoryShared>());
    }

    [Fact]
    public void A_worker_tells_one_too() => Assert.Equal(Role.Worker, Story.In(ReferralStatus.Completed).Anna(Words).Referral.Stories.Single().By);

    [Fact]
    public void Without_consent_there_is_none()
    {
        var story = Story.In(ReferralStatus.InSupport).Client(Words with { Consents = false });

        Assert.Equal(Refusals.StoryNeedsConsent, story.Refusal);
        Assert.Empty(story.Referral.Stories);
    }

    [Fact]
    public void There_are_no_more_than_can_be_forgotten_in_one_turn()
    {
        var story = Enumerable.Range(1, 20).Aggregate(Story.In(ReferralStatus.InSupport), (told, number) => told.Client(new ShareStory($"text!{number}", true)));

        Assert.Equal(Refusals.EnoughStories, story.Client(new ShareStory("text!21", true)).Refusal);
        Assert.Equal(20, story.Client(new WithdrawConsent()).All<StoryWithdrawn>().Count());
    }

    [Fact]
    public void The_words_themselves_stand_in_the_dossier_only() =>
        Assert.Equal(Refusals.FreeText, Story.In(ReferralStatus.InSupport).Client(new ShareStory("Ik ga weer naar buiten.", true)).Refusal);

    [Fact]
    public void The_coordinator_approves_it_once()
    {
        var story = Shared();
        story.Cora(new ApproveStory(Id(story)));
        Assert.True(story.Referral.Stories.Single().IsApproved);

        var events = story.Events.Count;
        Assert.Equal(events, story.Cora(new ApproveStory(Id(story))).Events.Count);
    }

    [Fact]
    public void What_was_taken_back_is_gone_with_its_words()
    {
        var story = Shared();
        story.Client(new ShareStory("text!2", true)).Client(new WithdrawStory(story.Referral.Stories[0].Id));

        Assert.Equal("text!2", story.Referral.Stories.Single().Text);
        Assert.Equal(["text!1"], story.Effects.Select(effect => effect.Effect).OfType<ForgetText>().Select(forget => forget.Text));
    }

    [Fact]
    public void With_the_consent_all_of_them_go()
    {
        var story = Shared().Anna(new ShareStory("text!2", true)).Client(new WithdrawConsent());

        Assert.Empty(story.Referral.Stories);
        Assert.Equal(["text!1", "text!2"], story.Effects.Select(effect => effect.Effect).OfType<ForgetText>().Select(forget => forget.Text));
    }

    [Fact]
    public void A_mistake_tells_none() => Assert.Empty(Shared().Cora(new MarkEnteredInError(ErrorReason.WrongPerson)).Referral.Stories);

    [Fact]
    public void One_that_is_not_there_can_be_neither_approved_nor_taken_back()
    {
        Assert.Equal(Refusals.UnknownStory, Shared().Cora(new ApproveStory("r1.99.story")).Refusal);
        Assert.Equal(Refusals.UnknownStory, Shared().Client(new WithdrawStory("r1.99.story")).Refusal);
    }
}
