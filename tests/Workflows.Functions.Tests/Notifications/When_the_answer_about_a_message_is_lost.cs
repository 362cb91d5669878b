using System.Net;
using Workflows.Functions.Notifications;

namespace Workflows.Functions.Tests.Notifications;

public sealed class When_the_answer_about_a_message_is_lost : IAsyncLifetime
{
    TestStorage storage = null!;
    TestNotifications notifications = null!;

    FakeSendGrid SendGrid => notifications.SendGrid;

    public async Task InitializeAsync()
    {
        storage = await TestStorage.CreateAsync();
        notifications = new(storage);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Each call by a process that has just started.</summary>
    Task<NotificationState> SendAsync() => notifications.NewSender().SendAsync(TestNotifications.Offer);

    /// <summary>The process ends at this point: nothing that comes after it happens.</summary>
    sealed class Killed : Exception;

    async Task KilledWhileSendingAsync(bool taken)
    {
        SendGrid.OnMail = (_, take) =>
        {
            if (taken)
            {
                take();
            }

            throw new Killed();
        };
        await Assert.ThrowsAsync<Killed>(SendAsync);
        SendGrid.OnMail = FakeSendGrid.Accepts;
    }

    [Fact]
    public async Task Because_the_process_was_killed_before_it_left_it_is_sent_afterwards()
    {
        await KilledWhileSendingAsync(taken: false);

        Assert.Equal(NotificationState.Sent, await SendAsync());
        Assert.Single(SendGrid.Mails);
    }

    [Fact]
    public async Task Because_the_process_was_killed_after_it_left_it_is_not_sent_again()
    {
        await KilledWhileSendingAsync(taken: true);

        Assert.Equal(NotificationState.Sent, await SendAsync());
        Assert.Single(SendGrid.Mails);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task And_the_provider_does_not_answer_questions_it_is_shown_as_possibly_sent_and_never_sent_again(bool taken)
    {
        await KilledWhileSendingAsync(taken);
        SendGrid.OnQuestion = HttpStatusCode.Forbidden;

        Assert.Equal(NotificationState.PossiblySent, await SendAsync());
        SendGrid.OnQuestion = null;
        Assert.Equal(NotificationState.PossiblySent, await SendAsync());
        Assert.Equal(1, SendGrid.Calls);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task And_the_provider_cannot_tell_now_it_is_asked_later(HttpStatusCode status)
    {
        await KilledWhileSendingAsync(taken: true);
        SendGrid.OnQuestion = status;

        Assert.Equal(NotificationState.Sending, await SendAsync());
        SendGrid.OnQuestion = null;
        storage.Clock.Now += TimeSpan.FromMinutes(5);
        Assert.Equal(NotificationState.Sent, await SendAsync());
        Assert.Single(SendGrid.Mails);
    }

    [Fact]
    public async Task And_the_provider_cannot_tell_for_three_days_it_is_shown_as_possibly_sent()
    {
        await KilledWhileSendingAsync(taken: true);
        SendGrid.OnQuestion = HttpStatusCode.InternalServerError;
        storage.Clock.Now += TimeSpan.FromDays(3.1);

        Assert.Equal(NotificationState.PossiblySent, await SendAsync());
    }

    [Fact]
    public async Task Where_the_providers_records_come_late_nothing_is_concluded_too_early()
    {
        notifications = new(storage, evidenceSettlesIn: TimeSpan.FromMinutes(15));
        await KilledWhileSendingAsync(taken: false);

        Assert.Equal(NotificationState.Sending, await SendAsync());
        storage.Clock.Now += TimeSpan.FromMinutes(15);
        Assert.Equal(NotificationState.Sent, await SendAsync());
        Assert.Single(SendGrid.Mails);
    }

    [Fact]
    public async Task Because_the_connection_broke_the_provider_is_asked_before_anything_is_sent_again()
    {
        SendGrid.OnMail = (_, take) =>
        {
            take();
            throw new HttpRequestException(HttpRequestError.ResponseEnded);
        };

        Assert.Equal(NotificationState.Sending, await SendAsync());
        storage.Clock.Now += TimeSpan.FromMinutes(5);
        Assert.Equal(NotificationState.Sent, await SendAsync());
        Assert.Single(SendGrid.Mails);
    }
}
