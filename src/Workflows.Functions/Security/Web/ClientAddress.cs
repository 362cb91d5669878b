using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Workflows.Functions.Security.Web;

/// <summary>From which address a request came, as far as it can be believed.</summary>
static class ClientAddress
{
    /// <summary>
    /// On the platform the last entry of <c>X-Forwarded-For</c>: its front writes that one, all before it is what the sender claims.
    /// Of an IPv6 address its first 64 bits: within them one subscriber has as many addresses as it likes.
    /// </summary>
    public static string Of(HttpContext http, bool isDevelopment)
    {
        var stated = isDevelopment ? null : http.Request.Headers["X-Forwarded-For"].LastOrDefault()?.Split(',')[^1].Trim();
        var address = stated is not null && IPEndPoint.TryParse(stated, out var end) ? end.Address : http.Connection.RemoteIpAddress;
        return address is null ? "" : Subscriber(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
    }

    static string Subscriber(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6
            ? BinaryPrimitives.ReadUInt64BigEndian(address.GetAddressBytes()).ToString("x16", null)
            : address.ToString();
}
