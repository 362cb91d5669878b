using LocalRuntime.ServiceBusEmulator.Storage;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.ServiceBusEmulator.Entities;

/// <summary>What all entities of a namespace share.</summary>
/// <param name="Journal">Where everything is kept.</param>
/// <param name="App">The app's time: of schedules and of what is written on messages.</param>
/// <param name="Machine">Real time: of locks and of the detection of duplicates.</param>
/// <param name="Log">Told what nobody waits for.</param>
sealed partial record BusServices(Journal Journal, TimeProvider App, TimeProvider Machine, ILogger Log)
{
    long lastSequence;

    /// <summary>The next sequence number. Numbers of an earlier run are never given again.</summary>
    public long NextSequence() => Interlocked.Increment(ref lastSequence);

    public void StartSequenceAt(long number) => lastSequence = number;

    /// <summary>Lets work run that nobody waits for; its failure is logged.</summary>
    public void Forget(Task work) => _ = LogFailureAsync(work);

    async Task LogFailureAsync(Task work)
    {
        try
        {
            await work;
        }
        catch (Exception failure)
        {
            LogFailure(Log, failure);
        }
    }

    [LoggerMessage(4100, LogLevel.Warning, "The local Service Bus could not keep a change; a message may be delivered once more")]
    static partial void LogFailure(ILogger log, Exception failure);
}
