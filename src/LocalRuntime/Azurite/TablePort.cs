using System.Net.Sockets;

namespace LocalRuntime.Azurite;

/// <summary>What listens on a port of this machine.</summary>
static class TablePort
{
    static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    /// <summary>Whether Azurite's table service answers there; false when nothing listens.</summary>
    /// <exception cref="AzuriteException">Something else listens.</exception>
    public static async Task<bool> AnswersAsync(int port, CancellationToken cancellation)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri($"http://127.0.0.1:{port}/"), HttpCompletionOption.ResponseHeadersRead, cancellation);
            return answer.Headers.Server.ToString().StartsWith("Azurite-Table", StringComparison.Ordinal) ? true : throw Taken(port);
        }
        catch (HttpRequestException nobody) when (nobody.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused })
        {
            return false;
        }
        catch (HttpRequestException)
        {
            throw Taken(port);
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw Taken(port);
        }
    }

    static AzuriteException Taken(int port) =>
        new($"Port {port} is taken by something that is not Azurite's table service. Stop it, or choose another port with the setting Azurite:TablePort.");
}
