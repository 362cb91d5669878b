using System.Diagnostics.Metrics;

namespace Workflows.Functions.Operations;

/// <summary>What is counted of the app's own work. Tags hold codes only: never an id, a name or an address.</summary>
static class Telemetry
{
    /// <summary>The name of the app's meters and of its source of traces.</summary>
    public const string Name = "Workflows";

    static readonly Meter Meter = new(Name);
    static readonly Counter<long> TurnCount = Meter.CreateCounter<long>("workflows.orchestration.turns", "{turn}", "Turns of referrals that were committed.");
    static readonly Counter<long> SendCount = Meter.CreateCounter<long>("workflows.notifications.sends", "{message}", "Messages handed to a provider, by channel and answer.");
    static readonly Counter<long> StorageCount = Meter.CreateCounter<long>("workflows.storage.requests", "{request}", "Requests to Table Storage, by method and status.");
    static readonly Counter<long> StartedAgainCount = Meter.CreateCounter<long>("workflows.referrals.started_again", "{referral}", "Referrals whose orchestration was missing or had ended, by its state.");
    static readonly Histogram<double> CallbackTime = Meter.CreateHistogram<double>("workflows.callback.duration", "s", "Time until a practice's system answered, by result.");

    public static void Turn() => TurnCount.Add(1);

    public static void Sent(string channel, string result) => SendCount.Add(1, new("channel", channel), new("result", result));

    public static void AskedStorage(string method, int status) => StorageCount.Add(1, new("method", method), new("status", status));

    public static void StartedAgain(string state) => StartedAgainCount.Add(1, new KeyValuePair<string, object?>("state", state));

    public static void CalledBack(TimeSpan elapsed, string result) => CallbackTime.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("result", result));
}
