using Microsoft.Extensions.Logging;
using Workflows.Functions.Directory;

namespace Workflows.Functions.Audit;

/// <summary>Verifies chains, says so when one is broken, and remembers it for who asks how the app is.</summary>
sealed class AuditCheck(AuditVerifier verifier, AuditTable table, DirectoryStore directory, TimeProvider clock, ILogger<AuditCheck> logger)
{
    /// <summary>All organisations' chains, and the app's own.</summary>
    public async Task<IReadOnlyList<AuditVerdict>> CheckAllAsync(CancellationToken cancellation = default)
    {
        var verdicts = new List<AuditVerdict>();
        foreach (var chain in (await directory.AllAsync(cancellation)).Organisations.Select(organisation => organisation.Id).Append(AuditMonth.App))
        {
            verdicts.Add(await CheckAsync(chain, cancellation));
        }

        return verdicts;
    }

    public async Task<AuditVerdict> CheckAsync(string chain, CancellationToken cancellation = default)
    {
        var verdict = await verifier.VerifyAsync(chain, cancellation);
        if (verdict.Broken is { } broken)
        {
            AuditLogs.ChainIsBroken(logger, chain, broken.Month, broken.Sequence, broken.Why);
        }
        else if (verdict.Months is [.., var last])
        {
            // Outside the tables: what this line says of a chain's end cannot be changed together with the chain.
            AuditLogs.ChainHolds(logger, chain, last.Month, last.Entries, last.Hash);
        }

        await table.NoteAsync(verdict, clock.GetUtcNow(), cancellation);
        return verdict;
    }
}
