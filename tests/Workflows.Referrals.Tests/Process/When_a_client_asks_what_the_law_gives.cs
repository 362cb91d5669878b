using Workflows.Referrals.Commands;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process;

public sealed class When_a_client_asks_what_the_law_gives
{
    public static TheoryData<ReferralStatus> EveryStatus => [.. Enum.GetValues<ReferralStatus>().Except([ReferralStatus.Received])];

    [Theory, MemberData(nameof(EveryStatus))]
    public void The_coordinator_hears_of_it_and_has_a_month_to_answer_wherever_the_referral_stands(ReferralStatus status)
    {
        var story = Story.In(status).Client(new RequestRight(ClientRight.Rectification, "note!1"));

        Assert.Equal([Story.Monday], story.Times(MessageKind.RequestWaiting));
        var answer = story.Next(DeadlineKind.RequestOverdue)!;
        Assert.Equal((Amsterdam.At(2026, 5, 13, 17), "coordinator", "rectification"), (answer.At, answer.Who, answer.Subject));
        Assert.Equal("1 maand na maandag 13 april 10:00, geen overgeslagen: woensdag 13 mei 17:00; de coördinator stil sinds maandag 13 april 10:00", answer.Explanation!.InDutch);
    }

    [Fact]
    public void A_month_that_would_end_on_a_holiday_ends_on_the_next_working_day() =>
        Assert.Equal(   // Ascension Day
            Amsterdam.At(2026, 5, 15, 17),
            Story.Received(Amsterdam.At(2026, 4, 14, 10)).Client(new RequestRight(ClientRight.Access)).Next(DeadlineKind.RequestOverdue)!.At);

    [Fact]
    public void The_coordinator_is_reminded_after_two_weeks_and_every_week_after_that_and_told_when_the_month_is_over()
    {
        var story = Story.In(ReferralStatus.Completed).Client(new RequestRight(ClientRight.Access)).Until(Amsterdam.At(2026, 5, 27, 12));

        Assert.Equal(
            [Amsterdam.At(2026, 4, 28, 9), Amsterdam.At(2026, 5, 6, 9), Amsterdam.At(2026, 5, 13, 9), Amsterdam.At(2026, 5, 20, 9), Amsterdam.At(2026, 5, 27, 9)],   // 27 April is King's Day, 5 May Liberation Day
            story.Times(MessageKind.RequestReminder));
        Assert.Equal([Amsterdam.At(2026, 5, 13, 17)], story.Times(MessageKind.RequestOverdue));
        Assert.Equal("rights.answer", story.Last<RequestOverdue>().Explanation.Rule);
    }

    [Fact]
    public void The_answer_ends_the_reminders_and_the_client_is_told_that_there_is_one()
    {
        var story = Story.In(ReferralStatus.InSupport).Client(new RequestRight(ClientRight.Access)).Cora(new AnswerRequest(ClientRight.Access, true));

        Assert.Null(story.Next(DeadlineKind.RequestReminder));
        Assert.Null(story.Next(DeadlineKind.RequestOverdue));
        Assert.Equal(new(new(RecipientKind.Client, "r1"), MessageKind.RequestAnswered), story.Sent.Last().Message);
        Assert.Equal(ReferralStatus.InSupport, story.Referral.Status);
    }

    [Fact]
    public void A_request_that_runs_is_not_asked_for_twice_and_one_that_does_not_run_is_not_answered()
    {
        var story = Story.In(ReferralStatus.InSupport).Client(new RequestRight(ClientRight.Access));

        Assert.Equal(Refusals.AlreadyRequested, story.Client(new RequestRight(ClientRight.Access)).Refusal);
        Assert.Equal(Refusals.NothingRequested, story.Cora(new AnswerRequest(ClientRight.Erasure, true)).Refusal);
        Assert.Null(story.Client(new RequestRight(ClientRight.Erasure)).Refusal);
    }

    [Fact]
    public void Whoever_refuses_says_on_what_ground()
    {
        var story = Story.In(ReferralStatus.InSupport).Client(new RequestRight(ClientRight.Erasure));

        Assert.Equal(Refusals.GroundNeeded, story.Cora(new AnswerRequest(ClientRight.Erasure, false)).Refusal);
        story.Cora(new AnswerRequest(ClientRight.Erasure, false, RequestGround.LegalObligation, "note!1"));
        Assert.Equal(new(ClientRight.Erasure, false, RequestGround.LegalObligation, "note!1"), story.Last<RequestAnswered>());
        Assert.Null(story.Next(DeadlineKind.RequestedErasure));
        Assert.Equal(ReferralStatus.InSupport, story.Referral.Status);
    }

    [Theory, MemberData(nameof(EveryStatus))]
    public void An_erasure_that_is_granted_stops_everything_at_once_and_takes_place_when_the_client_could_read_the_answer(ReferralStatus status)
    {
        var story = Story.In(status).Client(new RequestRight(ClientRight.Erasure)).Cora(new AnswerRequest(ClientRight.Erasure, true));

        Assert.True(story.Referral.ConsentIsWithdrawn && story.Referral.Status.IsClosed && !story.Referral.IsErased);
        Assert.Equal(Amsterdam.At(2026, 4, 15, 17), story.Next(DeadlineKind.RequestedErasure)!.At);
        Assert.Equal(Refusals.AlreadyRequested, story.Client(new RequestRight(ClientRight.Erasure)).Refusal);

        story.Until(Amsterdam.At(2026, 4, 15, 17));
        Assert.True(story.Referral.IsErased);
        Assert.IsType<EraseDossier>(story.Effects[^1].Effect);
        Assert.Equal("rights.erase", story.Last<Erased>().Explanation!.Rule);
    }

    [Fact]
    public void An_answer_of_the_night_is_told_in_the_morning_also_when_it_stopped_everything()
    {
        var story = Story.In(ReferralStatus.InSupport).Client(new RequestRight(ClientRight.Erasure)).Until(Amsterdam.At(2026, 4, 17, 22)).Cora(new AnswerRequest(ClientRight.Erasure, true)).Until(Amsterdam.At(2026, 4, 30, 12));

        Assert.Equal([Amsterdam.At(2026, 4, 20, 9)], story.Times(MessageKind.RequestAnswered));
        Assert.Equal(Amsterdam.At(2026, 4, 21, 17), story.Events[^1].At);
    }

    [Theory, MemberData(nameof(EveryStatus))]
    public void After_consent_was_withdrawn_the_rights_remain(ReferralStatus status)
    {
        var story = Story.In(status).Client(new WithdrawConsent()).Client(new RequestRight(ClientRight.Erasure));

        Assert.Equal([Story.Monday], story.Times(MessageKind.RequestWaiting));
        Assert.Null(story.Cora(new AnswerRequest(ClientRight.Erasure, true)).Refusal);
        Assert.Equal([Story.Monday], story.Times(MessageKind.RequestAnswered));
        Assert.Single(story.All<ConsentWithdrawn>());
    }

    [Theory, InlineData(Role.Referrer, "01999901"), InlineData(Role.Worker, "anna"), InlineData(Role.Coordinator, "cora")]
    public void Somebody_else_can_write_down_that_the_client_asked(Role by, string id)
    {
        var story = Story.In(ReferralStatus.InSupport).By(by, id, new RequestRight(ClientRight.Access));

        Assert.Null(story.Refusal);
        Assert.Equal(by is Role.Coordinator ? 0 : 1, story.Times(MessageKind.RequestWaiting).Count());   // nobody is told what they did themselves
    }

    [Fact]
    public void What_is_put_right_takes_its_place_in_the_dossier()
    {
        var story = Story.In(ReferralStatus.InSupport).Anna(new CorrectDetails("details!1"));

        Assert.Equal("details!1", story.Last<DetailsCorrected>().Details);
        Assert.Equal("details!1", Assert.IsType<CorrectDossier>(story.Effects[^1].Effect).Details);
    }
}
