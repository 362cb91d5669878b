using System.Text.Json;
using System.Xml;
using LocalRuntime.ServiceBusEmulator;

namespace LocalRuntime.Worker;

/// <summary>Reads <c>servicebus.json</c>: the queues and topics of the namespace, with the names that their properties have in Azure Resource Manager.</summary>
static class BusFile
{
    const string Name = "servicebus.json";

    public static BusDescription Read()
    {
        var path = Path.Combine(AppContext.BaseDirectory, Name);
        return File.Exists(path) ? Parse(File.ReadAllText(path))
            : throw new InvalidOperationException($"{Name} is missing beside host.json: the local Service Bus finds its queues and topics there.");
    }

    public static BusDescription Parse(string json)
    {
        using var file = JsonDocument.Parse(json);
        return new(
            [.. List(file.RootElement, "queues").Select(queue => Queue(queue) with { DuplicateWindow = Window(queue) })],
            [.. List(file.RootElement, "topics").Select(topic => new TopicDescription(NameOf(topic), [.. List(topic, "subscriptions").Select(Queue)]) { DuplicateWindow = Window(topic) })]);
    }

    static QueueDescription Queue(JsonElement element)
    {
        var usual = new QueueDescription(NameOf(element));
        return usual with
        {
            LockDuration = Duration(element, "lockDuration") ?? usual.LockDuration,
            MaxDeliveryCount = element.TryGetProperty("maxDeliveryCount", out var count) ? count.GetInt32() : usual.MaxDeliveryCount,
        };
    }

    static TimeSpan? Window(JsonElement element) => Duration(element, "duplicateDetectionHistoryTimeWindow");

    static TimeSpan? Duration(JsonElement element, string name) => element.TryGetProperty(name, out var text) ? XmlConvert.ToTimeSpan(text.GetString()!) : null;

    static string NameOf(JsonElement element) => element.GetProperty("name").GetString()!;

    static JsonElement.ArrayEnumerator List(JsonElement element, string name) => element.TryGetProperty(name, out var list) ? list.EnumerateArray() : default;
}
