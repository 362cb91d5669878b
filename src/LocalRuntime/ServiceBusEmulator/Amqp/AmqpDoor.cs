using System.Collections.Concurrent;
using LocalRuntime.ServiceBusEmulator.Entities;
using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;
using Microsoft.Azure.Amqp.Sasl;
using Microsoft.Azure.Amqp.Transport;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.ServiceBusEmulator.Amqp;

/// <summary>Lets AMQP clients in on loopback and leads each of their links to the address that it names.</summary>
sealed class AmqpDoor : IRuntimeProvider, IDisposable
{
    /// <summary>The size limit of the service's standard tier, in bytes.</summary>
    const ulong MostBytesPerMessage = 256 * 1024;

    const string Management = "/$management";

    readonly ConcurrentDictionary<AmqpConnection, bool> connections = [];
    readonly ConcurrentDictionary<string, RequestNode> managementNodes = [];
    readonly RequestNode tokens = new(_ => Task.FromResult(AnyTokenIsGood()));
    readonly BusNamespace entities;
    readonly TimeProvider app;
    readonly ILogger log;
    readonly AmqpTransportListener listener;

    public AmqpDoor(BusNamespace entities, TimeProvider app, int port, ILogger log)
    {
        this.entities = entities;
        this.app = app;
        this.log = log;
        var settings = new AmqpSettings { RuntimeProvider = this };
        var sasl = new SaslTransportProvider();
        sasl.Versions.Add(new AmqpVersion(1, 0, 0));
        sasl.AddHandler(new SaslAnonymousHandler("MSSBCBS"));
        settings.TransportProviders.Add(sasl);
        var amqp = new AmqpTransportProvider();
        amqp.Versions.Add(new AmqpVersion(1, 0, 0));
        settings.TransportProviders.Add(amqp);

        // By address: under the name "localhost" the library listens on every interface.
        listener = new AmqpTransportListener([new TcpTransportSettings { Host = "127.0.0.1", Port = port }.CreateListener()], settings);
        listener.Listen((_, arrived) => Open(arrived, settings));
    }

    public AmqpConnection CreateConnection(TransportBase transport, ProtocolHeader protocolHeader, bool isInitiator, AmqpSettings amqpSettings, AmqpConnectionSettings connectionSettings) =>
        new(transport, protocolHeader, isInitiator, amqpSettings, connectionSettings);

    public AmqpSession CreateSession(AmqpConnection connection, AmqpSessionSettings settings) => new(connection, settings, this);

    public AmqpLink CreateLink(AmqpSession session, AmqpLinkSettings settings)
    {
        if (settings.Role is not true)
        {
            return new SendingAmqpLink(session, settings);   // unbounded: an answer wraps what a client sent, which may be as long as it can be
        }

        settings.MaxMessageSize = MostBytesPerMessage;
        settings.TotalLinkCredit = 200;
        settings.AutoSendFlow = true;
        return new ReceivingAmqpLink(session, settings);
    }

    public IAsyncResult BeginOpenLink(AmqpLink link, TimeSpan timeout, AsyncCallback callback, object state)
    {
        Attach(link);
        var opened = new TaskCompletionSource(state);
        opened.SetResult();
        callback(opened.Task);
        return opened.Task;
    }

    public void EndOpenLink(IAsyncResult result) => ((Task)result).GetAwaiter().GetResult();

    /// <summary>Stops listening and cuts every connection.</summary>
    public void Dispose()
    {
        listener.Close();
        foreach (var connection in connections.Keys)
        {
            connection.SafeClose();
        }
    }

    void Open(TransportAsyncCallbackArgs arrived, AmqpSettings settings)
    {
        var connection = CreateConnection(arrived.Transport, (ProtocolHeader)arrived.UserToken, false, settings, new AmqpConnectionSettings
        {
            ContainerId = "local-service-bus",
            MaxFrameSize = 64 * 1024,
            IdleTimeOut = (uint)TimeSpan.FromMinutes(4).TotalMilliseconds,
        });
        connections[connection] = true;
        connection.Closed += (_, _) => connections.TryRemove(connection, out _);
        connection.BeginOpen(AmqpConstants.DefaultTimeout, Opened, connection);

        static void Opened(IAsyncResult result)
        {
            var connection = (AmqpConnection)result.AsyncState!;
            try
            {
                connection.EndOpen(result);
            }
            catch (Exception failure) when (failure is AmqpException or IOException or TimeoutException or OperationCanceledException)
            {
                connection.SafeClose(failure);   // a client that left before it was in
            }
        }
    }

    void Attach(AmqpLink link)
    {
        var address = (link.IsReceiver ? ((Target)link.Settings.Target).Address : ((Source)link.Settings.Source).Address)?.ToString() ?? "";
        var entity = address.EndsWith(Management, StringComparison.OrdinalIgnoreCase) ? address[..^Management.Length] : address;
        if (address.Trim('/') == "$cbs")
        {
            tokens.Attach(link);
        }
        else if (entity != address && (entities.Destination(entity) is not null || entities.Queue(entity) is not null))
        {
            managementNodes.GetOrAdd(entity, _ => new RequestNode(new ManagementNode(entities.Destination(entity), entities.Queue(entity), app, log).AnswerAsync)).Attach(link);
        }
        else if (link is ReceivingAmqpLink sender && entities.Destination(address) is { } destination)
        {
            SenderLink.Attach(destination, sender, log);
        }
        else if (link is SendingAmqpLink receiver && entities.Queue(address) is { } queue)
        {
            ReceiverLink.Attach(queue, receiver, log);
        }
        else
        {
            throw new AmqpException(AmqpErrorCode.NotFound, $"The messaging entity '{address}' could not be found.");
        }
    }

    static AmqpMessage AnyTokenIsGood()
    {
        var answer = AmqpMessage.Create();
        answer.ApplicationProperties.Map["status-code"] = (int)AmqpResponseStatusCode.Accepted;
        answer.ApplicationProperties.Map["status-description"] = "Accepted";
        return answer;
    }
}
