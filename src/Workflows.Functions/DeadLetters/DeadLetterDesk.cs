using System.Globalization;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Audit;
using Workflows.Functions.Security;

namespace Workflows.Functions.DeadLetters;

/// <summary>What an administrator does with a message that was put aside, as a program asks for it or a page: recorded first, logged afterwards.</summary>
sealed partial class DeadLetterDesk(DeadLetterBox box, AuditTrail trail, ILogger<DeadLetterDesk> logger)
{
    /// <summary>Has it tried again.</summary>
    /// <returns>False when there is no such dead letter.</returns>
    public async Task<bool> ResubmitAsync(Caller caller, string queue, string sequenceNumber, CancellationToken cancellation)
    {
        await trail.RecordAsync(AuditEvents.DeadLetterResubmitted, caller, organisation: null);
        if (NumberOf(sequenceNumber) is not { } number || !await box.ResubmitAsync(queue, number, cancellation))
        {
            return false;
        }

        Resubmitted(caller.Key, queue, number);
        return true;
    }

    /// <summary>Removes it for good.</summary>
    /// <returns>False when there is no such dead letter.</returns>
    public async Task<bool> DropAsync(Caller caller, string queue, string sequenceNumber, CancellationToken cancellation)
    {
        await trail.RecordAsync(AuditEvents.DeadLetterDropped, caller, organisation: null);
        if (NumberOf(sequenceNumber) is not { } number || !await box.DropAsync(queue, number, cancellation))
        {
            return false;
        }

        Dropped(caller.Key, queue, number);
        return true;
    }

    static long? NumberOf(string text) => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    [LoggerMessage(EventId = 1250, Level = LogLevel.Information, Message = "{Who} had dead letter {SequenceNumber} of {Queue} tried again.")]
    partial void Resubmitted(string who, string queue, long sequenceNumber);

    [LoggerMessage(EventId = 1251, Level = LogLevel.Warning, Message = "{Who} dropped dead letter {SequenceNumber} of {Queue}.")]
    partial void Dropped(string who, string queue, long sequenceNumber);
}
