using Azure.Data.Tables;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Referrals;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Backups;

/// <summary>Puts the rows of one file back into their table. Can be repeated.</summary>
sealed class ImportPart(Tables tables, BackupPlace place, ErasureList erasures)
{
    /// <summary>Transactions that are written at the same moment.</summary>
    static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 16 };

    [Function(nameof(ImportPart))]
    public async Task Run([ActivityTrigger] PartToImport part, CancellationToken cancellation)
    {
        var name = BackupFile.TableOf(part.File);
        var table = tables.Named(name);
        var file = await BackupFile.ReadAsync(part.File, place, cancellation);
        var erased = await erasures.AllAsync(cancellation).ToHashSetAsync(cancellationToken: cancellation);
        await table.CreateIfNotExistsAsync(cancellation);
        await Parallel.ForEachAsync(
            TransactionLimits.Divide(file.Lines().Select(TableLine.Read).Where(row => IsRestored(name, row, erased)).Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)))
                .Where(rows => rows.Count > 0),
            AtOnce,
            async (rows, stop) => await table.SubmitTransactionAsync(rows, stop));
    }

    /// <summary>Not what opens an erased person's dossier or leads to it; nor where referrals stand in lists, which may be of another moment than their timelines.</summary>
    static bool IsRestored(string table, TableEntity row, HashSet<string> erased) => table switch
    {
        BackedUpTables.Keys or "Dossiers" => !erased.Contains(row.PartitionKey),
        "Submissions" or "Waiting" => !erased.Contains(row.PartitionKey) && !(row.TryGetValue(SubmissionStore.Referral, out var referral) && erased.Contains((string)referral)),
        BackedUpTables.Lists => !ListedReferral.IsOne(row.GetText(ListStore.Json)),
        _ => true,
    };
}

/// <summary>A file whose rows are put back.</summary>
/// <param name="File">Its name.</param>
sealed record PartToImport(string File);
