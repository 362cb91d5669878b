using LocalRuntime.ServiceBusEmulator.Entities;
using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Encoding;
using Microsoft.Azure.Amqp.Framing;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.ServiceBusEmulator.Amqp;

/// <summary>What went wrong, in the words of the protocol.</summary>
static partial class AmqpFailure
{
    static readonly AmqpSymbol LockLost = "com.microsoft:message-lock-lost";

    public static Error Of(Exception failure, ILogger log)
    {
        if (failure is LockLostException)
        {
            return new Error { Condition = LockLost, Description = failure.Message };
        }

        if (failure is NotSupportedException)
        {
            return new Error { Condition = AmqpErrorCode.NotImplemented, Description = failure.Message };
        }

        LogUnexpected(log, failure);
        return new Error { Condition = AmqpErrorCode.InternalError, Description = "The local Service Bus could not do this; its log says why." };   // the client tries again
    }

    [LoggerMessage(4101, LogLevel.Error, "The local Service Bus could not do what a client asked")]
    static partial void LogUnexpected(ILogger log, Exception failure);
}
