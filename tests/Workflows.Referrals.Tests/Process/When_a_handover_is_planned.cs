using Workflows.Referrals.Commands;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process;

public sealed class When_a_handover_is_planned
{
    static readonly DateTimeOffset Tuesday = Amsterdam.At(2026, 4, 21, 13);

    readonly Story story = Story.In(ReferralStatus.Accepted);

    [Fact]
    public void It_should_be_within_five_working_days_of_acceptance_or_the_worker_is_reminded()
    {
        Assert.Equal(Amsterdam.At(2026, 4, 20, 17), story.Next(DeadlineKind.HandoverPlanning)!.At);
        Assert.Single(story.Until(Amsterdam.At(2026, 4, 20, 17)).Times(MessageKind.HandoverReminder));
    }

    [Fact]
    public void The_next_free_slot_of_the_fixed_consultation_hour_is_proposed()
    {
        var hour = Story.Received(Story.Monday, handover: HandoverForm.ConsultationHour);
        hour.FreeSlot = Tuesday;

        Assert.Equal(Tuesday, hour.Anna(new Accept()).Referral.Handover.ProposedSlot);
    }

    [Fact]
    public void The_first_contact_is_within_ten_working_days_of_receipt_or_the_coordinator_is_told_once()
    {
        story.Until(Amsterdam.At(2026, 6, 1, 12));

        Assert.Equal([Amsterdam.At(2026, 4, 28, 17)], story.Times(MessageKind.FirstContactOverdue));
    }

    [Fact]
    public void A_contact_in_time_keeps_the_coordinator_out_of_it() =>
        Assert.Empty(story.Anna(new LogContact(ContactKind.Phone)).Until(Amsterdam.At(2026, 6, 1, 12)).Times(MessageKind.FirstContactOverdue));

    [Fact]
    public void An_attempt_is_no_contact() =>
        Assert.Single(story.Anna(new LogContact(ContactKind.Attempt)).Until(Amsterdam.At(2026, 6, 1, 12)).Times(MessageKind.FirstContactOverdue));

    [Theory, InlineData(HandoverResult.Held, false), InlineData(HandoverResult.ByPhone, true)]
    public void And_was_held_or_replaced_by_phone_the_support_starts(HandoverResult result, bool byPhone)
    {
        Planned().Anna(new RecordHandover(result));

        Assert.Equal(ReferralStatus.InSupport, story.Referral.Status);
        Assert.Equal(new(byPhone), story.Last<SupportStarted>());
    }

    [Fact]
    public void And_is_moved_it_is_planned_anew_and_a_new_slot_is_proposed()
    {
        var hour = Story.Received(Story.Monday, handover: HandoverForm.ConsultationHour);
        hour.FreeSlot = Tuesday;
        hour.Anna(new Accept()).Anna(new PlanHandover(Tuesday, HandoverForm.ConsultationHour));
        hour.FreeSlot = Tuesday.AddDays(7);
        hour.Until(Tuesday).Anna(new RecordHandover(HandoverResult.Moved));

        Assert.Equal(ReferralStatus.Accepted, hour.Referral.Status);
        Assert.Equal(Tuesday.AddDays(7), hour.Referral.Handover.ProposedSlot);
        Assert.NotNull(hour.Next(DeadlineKind.HandoverPlanning));
    }

    [Fact]
    public void Another_date_can_be_agreed() =>
        Assert.Equal(Tuesday.AddDays(1), Planned().Anna(new PlanHandover(Tuesday.AddDays(1), HandoverForm.AtHome, "place!1")).Referral.Handover.At);

    [Fact]
    public void Client_and_referrer_hear_that_it_is()
    {
        var planned = Planned();

        Assert.Equal([RecipientKind.Client, RecipientKind.Referrer], planned.Sent.Where(sent => sent.Message.Kind is MessageKind.HandoverPlanned).Select(sent => sent.Message.To.Kind));
        Assert.Equal(4, planned.Anna(new PlanHandover(Tuesday.AddDays(1), HandoverForm.AtHome, "place!1")).Sent.Count(sent => sent.Message.Kind is MessageKind.HandoverPlanned));
    }

    [Fact]
    public void It_lies_in_the_future_and_within_a_year()
    {
        Assert.Equal(Refusals.NotInTheFuture, story.Anna(new PlanHandover(Story.Monday, HandoverForm.Phone)).Refusal);
        Assert.Equal(Refusals.NotInTheFuture, story.Anna(new PlanHandover(Story.Monday.AddDays(400), HandoverForm.Phone)).Refusal);
        Assert.Equal(Refusals.NotInTheFuture, story.Anna(new PlanHandover(DateTimeOffset.MaxValue, HandoverForm.Phone)).Refusal);
        Assert.Null(story.Anna(new PlanHandover(Story.Monday.AddHours(1), HandoverForm.Phone)).Refusal);
    }

    [Fact]
    public void And_nobody_records_how_it_went_the_worker_is_reminded() =>
        Assert.NotEmpty(Planned().Until(Tuesday.AddDays(7)).Times(MessageKind.HandoverReminder));

    [Fact]
    public void A_no_show_leads_back_to_accepted_with_an_outreach_deadline()
    {
        NoShow();

        Assert.Equal(ReferralStatus.Accepted, story.Referral.Status);
        Assert.Equal("handover.outreach", story.Next(DeadlineKind.Outreach)!.Explanation!.Rule);
    }

    [Fact]
    public void After_three_attempts_of_outreach_it_never_started_and_the_gp_hears_so()
    {
        NoShow().Until(Tuesday.AddDays(40));

        Assert.Equal(3, story.All<OutreachLapsed>().Count());
        Assert.Equal((ReferralStatus.NotStarted, "unreachable"), (story.Referral.Status, story.Referral.StatusReason));
        Assert.Equal(OutcomeKind.NotStarted, story.Feedback.Last().Outcome);
    }

    [Fact]
    public void An_attempt_that_the_worker_logs_counts_as_one_of_the_three()
    {
        NoShow().Anna(new LogContact(ContactKind.Attempt)).Anna(new LogContact(ContactKind.Attempt));
        Assert.Equal(ReferralStatus.Accepted, story.Referral.Status);

        Assert.Equal(ReferralStatus.NotStarted, story.Anna(new LogContact(ContactKind.Attempt)).Referral.Status);
    }

    [Fact]
    public void A_client_who_is_reached_gives_the_worker_new_time_to_agree_on_a_date()
    {
        var lapses = NoShow().Next(DeadlineKind.Outreach)!.At;
        story.Until(lapses.AddDays(-1)).Anna(new LogContact(ContactKind.Phone)).Until(lapses);

        Assert.Empty(story.All<OutreachLapsed>());
        Assert.True(story.Next(DeadlineKind.Outreach)!.At > lapses);
    }

    [Fact]
    public void A_new_date_after_a_no_show_can_still_be_held()
    {
        NoShow().Anna(new PlanHandover(Tuesday.AddDays(7), HandoverForm.AtHome)).Until(Tuesday.AddDays(7)).Anna(new RecordHandover(HandoverResult.Held)).Until(Tuesday.AddDays(60));

        Assert.Equal(ReferralStatus.InSupport, story.Referral.Status);
    }

    Story Planned() => story.Anna(new PlanHandover(Tuesday, HandoverForm.InPerson)).Until(Tuesday);

    Story NoShow() => Planned().Anna(new RecordHandover(HandoverResult.NoShow));
}
