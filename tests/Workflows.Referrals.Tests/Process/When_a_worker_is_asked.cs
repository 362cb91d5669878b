using Workflows.Referrals.Commands;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process;

public sealed class When_a_worker_is_asked
{
    readonly Story story = Story.Received(Story.Monday);

    [Fact]
    public void And_accepts_the_referral_is_hers()
    {
        story.Anna(new Accept());

        Assert.Equal((ReferralStatus.Accepted, "anna", "anna"), (story.Referral.Status, story.Referral.Worker, story.Referral.WhoseTurn));
    }

    [Fact]
    public void A_deputy_can_answer_on_her_behalf_and_the_timeline_says_so()
    {
        story.Take(new CommandEnvelope("c", new(Role.Worker, "bram", OnBehalfOf: "anna"), new Accept()));

        Assert.Equal("anna", story.Referral.Worker);
        Assert.Equal(new(Role.Worker, "bram", "anna"), story.Events.Single(happened => happened.Change is OfferAccepted).By);
    }

    [Fact]
    public void And_declines_with_a_reason_the_next_one_is_asked()
    {
        story.Anna(new Decline(DeclineReason.OtherExpertise, "note!1"));

        Assert.Equal(new("anna", DeclineReason.OtherExpertise, "note!1"), story.Last<OfferDeclined>());
        Assert.Equal("bram", story.Referral.Offer.Worker);
    }

    [Fact]
    public void And_has_a_waiting_list_the_coordinator_must_act_and_sees_until_when()
    {
        story.Anna(new Waitlist(new(2026, 6, 1)));

        Assert.Equal(ReferralStatus.AwaitingCoordinator, story.Referral.Status);
        Assert.Equal(new(CoordinatorReason.Waitlisted, Until: new(2026, 6, 1)), story.Last<CoordinatorNeeded>());
    }

    [Fact]
    public void And_needs_an_additional_assessment_the_coordinator_must_act_and_sees_which()
    {
        story.Anna(new RequestAssessment("note!1"));

        Assert.Equal(ReferralStatus.AwaitingCoordinator, story.Referral.Status);
        Assert.Equal(new(CoordinatorReason.AssessmentNeeded, Note: "note!1"), story.Last<CoordinatorNeeded>());
    }

    [Fact]
    public void She_can_reject_for_the_organisation_and_is_not_told_what_she_did_herself()
    {
        story.Anna(new Reject(RejectReason.OutsideTargetGroup));

        Assert.Equal((ReferralStatus.Rejected, "outsideTargetGroup"), (story.Referral.Status, story.Referral.StatusReason));
        Assert.Empty(story.Times(MessageKind.NoLongerYours));
    }

    [Fact]
    public void Nobody_else_can_answer()
    {
        Assert.Equal(Refusals.NotYourOffer, story.By(Role.Worker, "bram", new Accept()).Refusal);
        Assert.Equal("not-your-role", story.Cora(new Accept()).Refusal!.Code);
    }

    [Fact]
    public void She_cannot_cancel_what_she_has_not_accepted() =>
        Assert.Equal("not-in-this-status", story.Anna(new Cancel(CancelReason.WithdrawnByClient)).Refusal!.Code);

    [Fact]
    public void A_command_that_comes_twice_is_handled_once()
    {
        var events = story.By(Role.Worker, "anna", new Decline(DeclineReason.NoCapacity), key: "same").Events.Count;

        Assert.Equal(events, story.By(Role.Worker, "anna", new Decline(DeclineReason.NoCapacity), key: "same").Events.Count);
        Assert.Null(story.Refusal);
    }

    [Fact]
    public void In_quiet_hours_the_offer_leaves_at_nine_on_the_next_working_day_and_her_time_begins_then()
    {
        var night = Story.Received(Amsterdam.At(2026, 4, 17, 21)).Until(Amsterdam.At(2026, 4, 22, 16));

        Assert.Equal([Amsterdam.At(2026, 4, 20, 9)], night.Times(MessageKind.OfferWaiting));
        Assert.Equal([Amsterdam.At(2026, 4, 21, 9)], night.Times(MessageKind.OfferReminder));
        Assert.Equal(Amsterdam.At(2026, 4, 22, 17), night.Next(DeadlineKind.OfferResponse)!.At);
    }

    [Fact]
    public void And_answers_in_quiet_hours_the_message_that_waited_is_not_sent()
    {
        var night = Story.Received(Amsterdam.At(2026, 4, 17, 21)).Anna(new Accept()).Until(Amsterdam.At(2026, 4, 20, 12));

        Assert.Empty(night.Times(MessageKind.OfferWaiting));
        Assert.False(night.Last<DeferredMessageDue>().WasSent);
    }
}
