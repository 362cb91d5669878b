using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LocalRuntime.DurableTask.Ownership;

/// <summary>
/// Presence by a loopback connection. The operating system closes it the moment its process ends, however it ends, so that a waiting process
/// takes over at once; and a process that is stopped answers no ping, so that it is given up after <see cref="Patience"/>.
/// </summary>
sealed class LoopbackPresence : IPresence, IDisposable
{
    /// <summary>How long an owner may be silent. It loses nothing by being given up wrongly: its writes are fenced off, and it waits in turn.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    static readonly TimeSpan BetweenPings = TimeSpan.FromSeconds(1);

    TcpListener? listener;

    public string Announce(string owner)
    {
        Withdraw();
        listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _ = AcceptAsync(listener, owner);
        return string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName} {((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    public async Task WaitUntilGoneAsync(string owner, string address, CancellationToken cancellation)
    {
        var parts = address.Split(' ');
        if (parts.Length != 2 || !int.TryParse(parts[1], CultureInfo.InvariantCulture, out var port))
        {
            return;
        }

        if (parts[0] != Environment.MachineName)
        {
            // It cannot be asked from here: a container that was made anew, most likely. Silence has to do.
            await Task.Delay(Patience, cancellation);
            return;
        }

        try
        {
            using var connection = new TcpClient();
            await connection.ConnectAsync(IPAddress.Loopback, port, cancellation);
            var stream = connection.GetStream();
            var name = new byte[Encoding.UTF8.GetByteCount(owner)];
            await stream.ReadExactlyAsync(name, cancellation).AsTask().WaitAsync(Patience, cancellation);

            // Another process may have been given the same port since.
            while (Encoding.UTF8.GetString(name) == owner)
            {
                await stream.WriteAsync(new byte[1], cancellation);
                await stream.ReadExactlyAsync(new byte[1], cancellation).AsTask().WaitAsync(Patience, cancellation);
                await Task.Delay(BetweenPings, cancellation);
            }
        }
        catch (Exception failure) when (failure is IOException or SocketException or TimeoutException)
        {
            // Closed, refused or silent: gone.
        }
    }

    public void Withdraw()
    {
        listener?.Dispose();
        listener = null;
    }

    public void Dispose() => Withdraw();

    static async Task AcceptAsync(TcpListener listener, string owner)
    {
        var waiting = new List<TcpClient>();
        try
        {
            while (true)
            {
                var connection = await listener.AcceptTcpClientAsync();
                waiting.Add(connection);
                _ = AnswerAsync(connection, owner);
            }
        }
        catch (Exception failure) when (failure is SocketException or InvalidOperationException)
        {
            // Withdrawn: a listener that was stopped is told as either.
        }
        finally
        {
            waiting.ForEach(connection => connection.Dispose());
        }
    }

    static async Task AnswerAsync(TcpClient connection, string owner)
    {
        try
        {
            var stream = connection.GetStream();
            await stream.WriteAsync(Encoding.UTF8.GetBytes(owner));
            var ping = new byte[1];
            while (await stream.ReadAsync(ping) > 0)
            {
                await stream.WriteAsync(ping);
            }
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException)
        {
            // The other side is gone.
        }
    }
}
