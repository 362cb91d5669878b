using LocalRuntime.DurableTask.Ownership;

namespace LocalRuntime.Tests.Engine;

public sealed class Presence_on_loopback
{
    [Fact]
    public async Task An_owner_is_waited_for_until_it_withdraws()
    {
        using var owner = new LoopbackPresence();
        using var other = new LoopbackPresence();
        var address = owner.Announce("me");

        var gone = other.WaitUntilGoneAsync("me", address, Hub.Within(20));
        Assert.False(gone.IsCompleted);
        owner.Withdraw();

        await gone;
    }

    [Fact]
    public async Task An_owner_whose_port_now_belongs_to_another_is_gone()
    {
        using var another = new LoopbackPresence();
        var address = another.Announce("another");

        await another.WaitUntilGoneAsync("me", address, Hub.Within(20));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    public async Task An_address_that_says_nothing_is_nobody(string address)
    {
        using var other = new LoopbackPresence();

        await other.WaitUntilGoneAsync("me", address, Hub.Within(20));
    }

    [Fact]
    public async Task A_port_at_which_nobody_listens_is_nobody()
    {
        using var owner = new LoopbackPresence();
        var address = owner.Announce("me");
        owner.Withdraw();

        await owner.WaitUntilGoneAsync("me", address, Hub.Within(20));
    }
}
