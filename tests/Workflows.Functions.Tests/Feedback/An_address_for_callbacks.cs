using System.Net;
using Workflows.Functions.Feedback;

namespace Workflows.Functions.Tests.Feedback;

public sealed class An_address_for_callbacks
{
    [Theory]
    [InlineData("145.97.39.155")]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("2a02:898::1")]
    [InlineData("::ffff:8.8.8.8")]
    public void On_the_internet_may_be_called(string address) => Assert.True(PublicAddresses.Contain(IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("168.63.129.16")]
    [InlineData("100.64.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("fd00::1")]
    [InlineData("fe80::1")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    public void Inside_a_network_may_not(string address) => Assert.False(PublicAddresses.Contain(IPAddress.Parse(address)));
}
