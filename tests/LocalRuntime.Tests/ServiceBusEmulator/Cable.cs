using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace LocalRuntime.Tests.ServiceBusEmulator;

/// <summary>A TCP connection with something in between that can be cut, mended, and made to swallow the answers.</summary>
sealed class Cable : IDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly ConcurrentBag<TcpClient> ends = [];
    readonly TaskCompletionSource refused = new(TaskCreationOptions.RunContinuationsAsynchronously);
    TaskCompletionSource swallowed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly int target;
    volatile bool isCut;
    volatile bool swallowsAnswers;

    public Cable(int target)
    {
        this.target = target;
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Completes when somebody tried to connect while it was cut.</summary>
    public Task Refused => refused.Task;

    /// <summary>Completes when an answer did not arrive since <see cref="SwallowAnswers"/>.</summary>
    public Task Swallowed => swallowed.Task;

    /// <summary>Ends every connection and lets no new one through.</summary>
    public void Cut()
    {
        isCut = true;
        while (ends.TryTake(out var end))
        {
            end.Dispose();
        }
    }

    /// <summary>Lets connections through, in both directions.</summary>
    public void Mend()
    {
        swallowsAnswers = false;
        isCut = false;
    }

    /// <summary>What comes back from the target does not arrive any more.</summary>
    public void SwallowAnswers()
    {
        swallowed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        swallowsAnswers = true;
    }

    public void Dispose()
    {
        Cut();
        listener.Dispose();
    }

    async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                await LetThroughAsync(await listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    async Task LetThroughAsync(TcpClient caller)
    {
        if (isCut)
        {
            caller.Dispose();
            refused.TrySetResult();
            return;
        }

        var other = new TcpClient();
        await other.ConnectAsync(IPAddress.Loopback, target);
        ends.Add(caller);
        ends.Add(other);
        _ = CarryAsync(caller, other, () => false);
        _ = CarryAsync(other, caller, () => swallowsAnswers);
    }

    async Task CarryAsync(TcpClient from, TcpClient to, Func<bool> swallow)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            int read;
            while ((read = await from.GetStream().ReadAsync(buffer)) > 0)
            {
                if (swallow())
                {
                    swallowed.TrySetResult();
                }
                else
                {
                    await to.GetStream().WriteAsync(buffer.AsMemory(0, read));
                }
            }
        }
        catch (Exception cut) when (cut is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The other end learns it when it reads or writes.
        }
        finally
        {
            to.Dispose();
        }
    }
}
