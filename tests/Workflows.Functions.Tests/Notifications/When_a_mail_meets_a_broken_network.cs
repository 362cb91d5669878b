using System.Net;
using System.Net.Sockets;
using SendGrid;
using Workflows.Functions.Notifications;

namespace Workflows.Functions.Tests.Notifications;

/// <summary>On real sockets: which failures say for certain that nothing was taken is a property of the network stack.</summary>
public sealed class When_a_mail_meets_a_broken_network : IDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(2) };
    readonly NotificationSettings settings;

    public When_a_mail_meets_a_broken_network()
    {
        listener.Start();
        settings = new("key", $"http://{listener.LocalEndpoint}", "noreply@welzijn.example", new Uri("https://app.example"), TimeSpan.Zero);
    }

    public void Dispose()
    {
        listener.Dispose();
        http.Dispose();
    }

    Task<ProviderAnswer> SendAsync()
    {
        var client = new SendGridClient(http, new SendGridClientOptions { ApiKey = settings.SendGridKey, Host = settings.SendGridHost });
        return new SendGridMail(client, settings).SendAsync("key", "anna@welzijn.example", new("sender", "subject", "text", "<p>text</p>"), CancellationToken.None);
    }

    [Fact]
    public async Task Nobody_there_means_that_it_was_certainly_not_taken()
    {
        listener.Stop();

        var answer = await SendAsync();

        Assert.Equal(ProviderResult.NotNow, answer.Result);
    }

    [Fact]
    public async Task A_connection_that_ends_before_the_answer_means_that_it_may_have_been_taken()
    {
        var sending = SendAsync();
        using (var connection = await listener.AcceptTcpClientAsync())
        {
            await connection.GetStream().ReadExactlyAsync(new byte[1]);
        }

        Assert.Equal(ProviderResult.Unknown, (await sending).Result);
    }

    [Fact]
    public async Task No_answer_in_time_means_that_it_may_have_been_taken()
    {
        var sending = SendAsync();
        using var connection = await listener.AcceptTcpClientAsync();

        Assert.Equal(ProviderResult.Unknown, (await sending).Result);
    }
}
