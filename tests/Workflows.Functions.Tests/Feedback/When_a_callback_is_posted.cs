using System.Text;
using Microsoft.AspNetCore.Http;
using Workflows.Functions.Directory;
using Workflows.Functions.Feedback;

namespace Workflows.Functions.Tests.Feedback;

public sealed class When_a_callback_is_posted : IAsyncLifetime
{
    static readonly byte[] Body = Encoding.UTF8.GetBytes("{}");

    readonly TestClock clock = new(TestStorage.Monday);
    GpSystem gp = null!;

    public async Task InitializeAsync() => gp = await GpSystem.StartAsync();

    public async Task DisposeAsync() => await gp.DisposeAsync();

    async Task<DeliveryAttempt> PostAsync(bool development = true, int seconds = 10)
    {
        using var http = CallbackConnection.Client(development, TimeSpan.FromSeconds(seconds));
        return await new CallbackClient(http, development, clock).PostAsync(gp.Callback, "id", Body, CancellationToken.None);
    }

    [Fact]
    public async Task It_is_a_signed_cloud_event()
    {
        Assert.Equal(DeliveryResult.Delivered, (await PostAsync()).Result);

        var call = Assert.Single(gp.Calls);
        Assert.Equal("application/cloudevents+json; charset=utf-8", call.Headers["Content-Type"]);
        Assert.Equal("id", call.Headers["webhook-id"]);
        Assert.Equal($"{TestStorage.Monday.ToUnixTimeSeconds()}", call.Headers["webhook-timestamp"]);
        Assert.Equal(WebhookSignature.Of("id", TestStorage.Monday.ToUnixTimeSeconds(), Body, [GpSystem.Secret]), call.Headers["webhook-signature"]);
    }

    [Theory]
    [InlineData(200, DeliveryResult.Delivered)]
    [InlineData(202, DeliveryResult.Delivered)]
    [InlineData(410, DeliveryResult.Gone)]
    [InlineData(404, DeliveryResult.Later)]
    [InlineData(429, DeliveryResult.Later)]
    [InlineData(500, DeliveryResult.Later)]
    public async Task Its_status_is_the_answer(int status, DeliveryResult result)
    {
        gp.Answer = GpSystem.Status(status);

        Assert.Equal(new(result, null, $"http{status}"), await PostAsync());
    }

    [Fact]
    public async Task It_does_not_follow_where_it_is_sent_on_to()
    {
        gp.Answer = context =>
        {
            context.Response.Redirect("/elsewhere", permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        };

        Assert.Equal(DeliveryResult.Later, (await PostAsync()).Result);
        Assert.Single(gp.Calls);
    }

    [Fact]
    public async Task It_hears_how_long_to_wait_in_seconds_or_as_a_moment()
    {
        gp.Answer = Busy("120");
        Assert.Equal(TimeSpan.FromMinutes(2), (await PostAsync()).RetryAfter);

        gp.Answer = Busy(TestStorage.Monday.AddHours(2).ToString("R"));
        Assert.Equal(TimeSpan.FromHours(2), (await PostAsync()).RetryAfter);

        static Func<HttpContext, Task> Busy(string retryAfter) => context =>
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = retryAfter;
            return Task.CompletedTask;
        };
    }

    [Fact]
    public async Task A_system_that_is_silent_holds_nobody_up()
    {
        var never = new TaskCompletionSource();
        gp.Answer = _ => never.Task;

        Assert.Equal(new(DeliveryResult.Later, null, "noAnswerInTime"), await PostAsync(seconds: 1));
        never.SetResult();
    }

    [Fact]
    public async Task A_system_that_is_not_there_is_tried_later()
    {
        await gp.DisposeAsync();

        Assert.Equal(new(DeliveryResult.Later, null, "noAnswer"), await PostAsync());
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read()
    {
        gp.Answer = async context =>
        {
            var block = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(block, context.RequestAborted);
            }
        };

        Assert.Equal(DeliveryResult.Delivered, (await PostAsync()).Result);
    }

    [Fact]
    public async Task Outside_development_plain_http_is_not_called()
    {
        Assert.Equal(DeliveryResult.NoCallback, (await PostAsync(development: false)).Result);
        Assert.Empty(gp.Calls);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("2130706433")]
    public async Task Outside_development_this_machine_is_not_connected_to_under_any_of_its_names(string host)
    {
        using var http = CallbackConnection.Client(anywhere: false, TimeSpan.FromSeconds(5));

        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri($"http://{host}:{gp.Callback.Url.Port}/")));
        Assert.Empty(gp.Calls);
    }
}
