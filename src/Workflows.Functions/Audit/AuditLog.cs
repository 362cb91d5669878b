using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Audit;

/// <summary>The audit log: a chain of entries per organisation and month.</summary>
sealed class AuditLog(AuditTable table, KeyedHash hash, TimeProvider clock, ILogger<AuditLog> logger) : IDisposable
{
    /// <summary>Real time: who waits for an answer is told that it does not come.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    readonly ConcurrentDictionary<string, ChainWriter> writers = new();

    /// <summary>Returns when the entry stands in its chain for good; what it is about may happen only then.</summary>
    /// <param name="chain">The organisation's id, or <see cref="AuditMonth.App"/>.</param>
    /// <param name="entry">The entry; its moment is cut to the millisecond.</param>
    /// <exception cref="AuditUnavailableException">It does not stand there, or nobody knows.</exception>
    public async Task AppendAsync(string chain, AuditEntry entry)
    {
        try
        {
            var cut = DateTimeOffset.FromUnixTimeMilliseconds(entry.At.ToUnixTimeMilliseconds());
            await writers.GetOrAdd(chain, name => new(name, table, hash, clock, logger)).AppendAsync(entry with { At = cut }).WaitAsync(Patience);
        }
        catch (Exception failure)
        {
            AuditLogs.NotWritten(logger, chain, failure.GetType().FullName!);
            throw new AuditUnavailableException(failure);
        }
    }

    public void Dispose()
    {
        foreach (var writer in writers.Values)
        {
            writer.Dispose();
        }
    }
}
