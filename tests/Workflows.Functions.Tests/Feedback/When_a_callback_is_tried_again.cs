using Workflows.Functions.Feedback;

namespace Workflows.Functions.Tests.Feedback;

public sealed class When_a_callback_is_tried_again
{
    static readonly Guid Least = Guid.Empty;
    static readonly Guid Most = new([255, .. new byte[15]]);

    [Fact]
    public void Each_wait_is_three_times_the_one_before_up_to_six_hours() =>
        Assert.Equal(
            [5, 15, 45, 135, 360, 360],
            Enumerable.Range(1, 6).Select(attempts => CallbackRetries.Wait(attempts, asked: null, Least).TotalMinutes));

    [Fact]
    public void What_failed_together_comes_back_apart() =>
        Assert.Equal(6, CallbackRetries.Wait(1, asked: null, Most).TotalMinutes, precision: 3);

    [Fact]
    public void The_receivers_wish_is_honoured_where_it_is_longer_than_our_own_wait()
    {
        Assert.Equal(TimeSpan.FromHours(2), CallbackRetries.Wait(1, TimeSpan.FromHours(2), Least));
        Assert.Equal(TimeSpan.FromMinutes(5), CallbackRetries.Wait(1, TimeSpan.FromSeconds(1), Least));
        Assert.Equal(TimeSpan.FromMinutes(5), CallbackRetries.Wait(1, TimeSpan.FromHours(-1), Least));
    }

    [Fact]
    public void A_very_late_attempt_still_waits_six_hours() => Assert.Equal(TimeSpan.FromHours(6), CallbackRetries.Wait(2000, asked: null, Least));
}
