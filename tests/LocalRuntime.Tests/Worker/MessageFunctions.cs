using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;

namespace LocalRuntime.Tests.Worker;

/// <summary>Writes down each letter; fails at those that say so, and puts parcels aside.</summary>
public sealed class MessageFunctions(Diary diary)
{
    const string Connection = "ServiceBusConnection";

    [Function(nameof(ReadLetter))]
    public void ReadLetter([ServiceBusTrigger("letters", Connection = Connection)] ServiceBusReceivedMessage letter)
    {
        diary.Entries.Enqueue($"{letter.Body} {letter.DeliveryCount}");
        if (letter.Body.ToString() == "unreadable")
        {
            throw new InvalidOperationException("Not to be read.");
        }
    }

    [Function(nameof(ReadNews))]
    public void ReadNews([ServiceBusTrigger("news", "readers", Connection = Connection)] ServiceBusReceivedMessage news) => diary.Entries.Enqueue($"{news.Body} {news.DeliveryCount}");

    [Function(nameof(RefuseParcel))]
    public async Task RefuseParcel(
        [ServiceBusTrigger("parcels", Connection = Connection, AutoCompleteMessages = false)] ServiceBusReceivedMessage parcel, ServiceBusMessageActions actions, CancellationToken cancellation)
    {
        if (parcel.Body.ToString() == "welcome")
        {
            await actions.CompleteMessageAsync(parcel, cancellation);
            return;
        }

        await actions.DeadLetterMessageAsync(parcel, deadLetterReason: "refused", deadLetterErrorDescription: "not-ordered", cancellationToken: cancellation);
    }
}
