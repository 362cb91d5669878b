using Workflows.Referrals.Commands;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process;

public sealed class When_a_worker_does_not_answer
{
    static readonly DateTimeOffset Monday = At(13, 10, 00);

    [Fact]
    public void She_is_reminded_once_at_nine_after_one_working_day()
    {
        var reminders = Story.Received(Monday).Until(At(15, 16, 59)).Sent.Where(sent => sent.Message.Kind is MessageKind.OfferReminder);

        var (at, message) = Assert.Single(reminders);
        Assert.Equal(At(14, 09, 00), at);
        Assert.Equal(new Recipient(RecipientKind.Worker, "anna"), message.To);
    }

    [Fact]
    public void The_next_worker_is_asked_after_two_working_days_and_the_reason_says_why()
    {
        var story = Story.Received(Monday).Until(At(15, 17, 00));

        Assert.StartsWith("2 working days after Monday 13 April 10:00, none skipped: Wednesday 15 April 17:00", story.Last<OfferLapsed>().Explanation.InEnglish);
        Assert.Equal("bram", story.Referral.Offer.Worker);
    }

    [Fact]
    public void Her_late_answer_is_refused_with_the_reason() =>
        Assert.Equal(Refusals.NotYourOffer, Story.Received(Monday).Until(At(16, 10, 00)).Anna(new Accept()).Refusal);

    [Fact]
    public void After_three_candidates_the_coordinator_must_act()
    {
        var story = Story.Received(Monday, workers: ["anna", "bram", "carla", "dora"]).Until(At(21, 17, 00));

        Assert.Equal(ReferralStatus.AwaitingCoordinator, story.Referral.Status);
        Assert.Equal("coordinator", story.Referral.WhoseTurn);
        Assert.Equal(["anna", "bram", "carla"], story.Referral.Offer.Asked);
    }

    static DateTimeOffset At(int day, int hour, int minute) => AmsterdamTime.At(new(2026, 4, day), new(hour, minute));
}
