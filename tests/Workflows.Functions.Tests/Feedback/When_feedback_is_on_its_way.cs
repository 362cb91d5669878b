using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Feedback;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Feedback;

public sealed class When_feedback_is_on_its_way : IAsyncLifetime
{
    static readonly DeliveryAttempt Later = new(DeliveryResult.Later);

    static readonly FeedbackOrder Order = new(
        "referral-1.9.feedback-end", "referral-1", "welzijn-zuid", "01999901", FeedbackMoment.End, ReferralStatus.Completed, OutcomeKind.Completed, "note!lines",
        TestStorage.Monday, TestStorage.Monday.AddDays(3))
    { ClosingDays = [new(2026, 4, 20)] };

    readonly List<DateTimeOffset> calls = [];
    readonly List<DateTimeOffset> mails = [];
    readonly List<FeedbackReport> reports = [];
    Func<int, DeliveryAttempt> onCall = _ => new(DeliveryResult.Delivered);
    Func<int, MailedFeedback> onMail = _ => MailedFeedback.Sent;
    TestEngine engine = null!;

    public async Task InitializeAsync()
    {
        engine = await TestEngine.StartAsync(TestStorage.Monday, tasks => tasks
            .AddOrchestratorFunc<FeedbackOrder>(nameof(FeedbackDelivery), FeedbackDelivery.Run)
            .AddOrchestratorFunc<string>("Another", _ => Task.FromResult("ended"))
            .AddActivityFunc<FeedbackOrder, DeliveryAttempt>(nameof(DeliverFeedback), (_, _) =>
            {
                calls.Add(engine.Now);
                return onCall(calls.Count);
            })
            .AddActivityFunc<FeedbackOrder, MailedFeedback>(nameof(MailFeedback), (_, _) =>
            {
                mails.Add(engine.Now);
                return onMail(mails.Count);
            })
            .AddActivityFunc<FeedbackReport>(nameof(ReportFeedback), (_, report) => reports.Add(report)));
    }

    public async Task DisposeAsync() => await engine.DisposeAsync();

    async Task DeliverAsync(double days = 7)
    {
        await engine.Client.ScheduleNewOrchestrationInstanceAsync(nameof(FeedbackDelivery), Order, new StartOrchestrationOptions(Order.Feedback));
        await engine.PassAsync(TimeSpan.FromDays(days));
    }

    async Task<OrchestrationRuntimeStatus> StatusAsync() => (await engine.Client.GetInstanceAsync(Order.Feedback))!.RuntimeStatus;

    [Fact]
    public async Task A_system_that_answers_has_it_and_no_mail_leaves()
    {
        await DeliverAsync();

        Assert.Equal([TestStorage.Monday], calls);
        Assert.Empty(mails);
        Assert.Equal([new(Order.Feedback, Order.Referral, FeedbackChannel.Callback)], reports);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await StatusAsync());
    }

    [Fact]
    public async Task Once_it_has_long_ended_nothing_is_left_of_it()
    {
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Another", new StartOrchestrationOptions("another"));
        await DeliverAsync();
        await ForgetAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await StatusAsync());

        await engine.PassAsync(TimeSpan.FromDays(60));
        await ForgetAsync();

        Assert.Null(await engine.Client.GetInstanceAsync(Order.Feedback));
        Assert.NotNull(await engine.Client.GetInstanceAsync("another"));

        Task ForgetAsync() => new ForgetDeliveries(new TestClock(engine.Now)).Run(new TimerInfo(), engine.Client, CancellationToken.None);
    }

    [Fact]
    public async Task A_system_that_comes_back_within_three_days_has_it()
    {
        onCall = call => call <= 6 ? Later : new(DeliveryResult.Delivered);

        await DeliverAsync();

        Assert.Equal(7, calls.Count);
        Assert.InRange(calls[1] - calls[0], TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(6));
        Assert.InRange(calls[6] - calls[5], TimeSpan.FromMinutes(360), TimeSpan.FromMinutes(432));
        Assert.Equal(FeedbackChannel.Callback, Assert.Single(reports).Channel);
    }

    [Fact]
    public async Task An_outage_of_an_hour_costs_at_most_three_calls_more()
    {
        onCall = _ => engine.Now < TestStorage.Monday.AddHours(1) ? Later : new(DeliveryResult.Delivered);

        await DeliverAsync();

        Assert.InRange(calls.Count(call => call < TestStorage.Monday.AddHours(1)), 2, 3);
        Assert.Equal(FeedbackChannel.Callback, Assert.Single(reports).Channel);
    }

    [Fact]
    public async Task After_three_days_without_an_answer_it_goes_by_mail()
    {
        onCall = _ => Later;

        await DeliverAsync();

        Assert.All(calls, call => Assert.True(call <= Order.RetryUntil));
        Assert.True(calls[^1] > Order.RetryUntil.AddHours(-8), "it was tried until the end");
        Assert.Single(mails);
        Assert.Equal(FeedbackChannel.Email, Assert.Single(reports).Channel);
    }

    [Fact]
    public async Task A_system_that_says_when_to_come_back_is_left_alone_until_then()
    {
        onCall = call => call == 1 ? new(DeliveryResult.Later, TimeSpan.FromHours(5)) : new(DeliveryResult.Delivered);

        await DeliverAsync();

        Assert.Equal([TestStorage.Monday, TestStorage.Monday.AddHours(5)], calls);
    }

    [Fact]
    public async Task A_system_that_asks_for_more_time_than_there_is_gets_a_mail_at_once()
    {
        onCall = _ => new(DeliveryResult.Later, TimeSpan.FromDays(30));

        await DeliverAsync();

        Assert.Single(calls);
        Assert.Equal([TestStorage.Monday], mails);
    }

    [Theory]
    [InlineData(DeliveryResult.NoCallback)]
    [InlineData(DeliveryResult.Gone)]
    public async Task A_practice_without_a_system_gets_a_mail_at_once(DeliveryResult result)
    {
        onCall = _ => new(result);

        await DeliverAsync();

        Assert.Equal([TestStorage.Monday], mails);
        Assert.Equal(FeedbackChannel.Email, Assert.Single(reports).Channel);
    }

    [Fact]
    public async Task A_mail_that_cannot_leave_now_is_tried_again()
    {
        onCall = _ => new(DeliveryResult.NoCallback);
        onMail = mail => mail <= 2 ? MailedFeedback.Later : MailedFeedback.Sent;

        await DeliverAsync();

        Assert.Equal([TestStorage.Monday, TestStorage.Monday.AddMinutes(5), TestStorage.Monday.AddMinutes(20)], mails);
        Assert.Equal(FeedbackChannel.Email, Assert.Single(reports).Channel);
    }

    [Fact]
    public async Task A_system_is_called_on_a_Saturday_and_the_mail_waits_for_the_first_day_on_which_people_work()
    {
        var saturday = TestStorage.Monday.AddDays(5);
        await engine.PassAsync(saturday - engine.Now);
        onCall = _ => new(DeliveryResult.Gone);

        await DeliverAsync();

        Assert.Equal([saturday], calls);
        Assert.Equal([AmsterdamTime.At(new(2026, 4, 21), new(9, 0))], mails);
    }

    [Fact]
    public async Task A_mail_that_cannot_leave_now_is_not_tried_again_at_night()
    {
        var evening = AmsterdamTime.At(new(2026, 4, 13), new(19, 57));
        await engine.PassAsync(evening - engine.Now);
        onCall = _ => new(DeliveryResult.NoCallback);
        onMail = mail => mail <= 1 ? MailedFeedback.Later : MailedFeedback.Sent;

        await DeliverAsync();

        Assert.Equal([evening, AmsterdamTime.At(new(2026, 4, 14), new(9, 0))], mails);
    }

    [Fact]
    public async Task What_arrives_by_no_channel_is_reported_so()
    {
        onCall = _ => Later;
        onMail = _ => MailedFeedback.Failed;

        await DeliverAsync();

        Assert.Null(Assert.Single(reports).Channel);
    }

    [Fact]
    public async Task After_consent_was_withdrawn_it_ends_without_a_word()
    {
        onCall = call => call == 1 ? Later : new(DeliveryResult.Stopped);

        await DeliverAsync();

        Assert.Equal(2, calls.Count);
        Assert.Empty(mails);
        Assert.Empty(reports);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await StatusAsync());
    }

    [Fact]
    public async Task A_fault_of_our_own_is_outlasted()
    {
        onCall = call => call <= 3 ? throw new InvalidOperationException("the storage is down") : new(DeliveryResult.Delivered);

        await DeliverAsync();

        Assert.Equal(4, calls.Count);
        Assert.Equal(FeedbackChannel.Callback, Assert.Single(reports).Channel);
    }
}
