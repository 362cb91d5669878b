using System.Net;
using System.Net.Sockets;

namespace Workflows.Functions.Feedback;

/// <summary>Connects callbacks. Outside Development only to public addresses, judged on the address that is really connected to, not on the name.</summary>
static class CallbackConnection
{
    /// <param name="anywhere">Whether this machine and private networks may be called: in Development.</param>
    /// <param name="atMost">How long one call may take, so that a dead system slows nobody.</param>
    public static HttpClient Client(bool anywhere, TimeSpan atMost) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,

        // A proxy would connect in our place and judge nothing.
        UseProxy = anywhere,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = anywhere ? null : ConnectAsync,
    })
    {
        Timeout = atMost,
    };

    static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        if (addresses.Length == 0 || !addresses.All(PublicAddresses.Contain))
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The callback does not lead to a public address.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
