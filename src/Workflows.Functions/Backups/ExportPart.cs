using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Backups;

/// <summary>Writes a part of a table into one file. The same part again writes what is there then: the one whose name the orchestration got counts.</summary>
sealed class ExportPart(Tables tables, BackupPlace place)
{
    /// <summary>Some tens of seconds' work, so that an interruption costs no more.</summary>
    const int MostRows = 100_000;

    const int MostBytes = 32 * 1024 * 1024;

    [Function(nameof(ExportPart))]
    public async Task<ExportedPart> Run([ActivityTrigger] PartToExport part, CancellationToken cancellation)
    {
        using var writer = new BackupFile.Writer();
        TablePlace? next = null;
        await foreach (var page in TablePages.ReadAsync(tables.Named(part.Table), part.From, BackedUpTables.IsReadByPartition(part.Table), cancellation))
        {
            foreach (var row in page.Rows)
            {
                writer.Add(TableLine.Write(row));
            }

            next = page.Next;
            if (writer.Lines >= MostRows || writer.Length >= MostBytes)
            {
                break;
            }
        }

        var rows = writer.Lines;
        var file = writer.Close(part.Backup, part.Table, part.Number);
        await place.Of(part.Table).WriteAsync(file.Name, file.Content, cancellation);
        return new(file.Name, rows, next);
    }
}

/// <summary>A part of a table that goes into one file.</summary>
/// <param name="Backup">The backup's name.</param>
/// <param name="Table">The table's name, without the app's prefix.</param>
/// <param name="Number">Which part of it, from 0.</param>
/// <param name="From">Where it begins; null at the beginning of the table.</param>
sealed record PartToExport(string Backup, string Table, int Number, TablePlace? From);

/// <summary>A part of a table that was written.</summary>
/// <param name="File">The name of its file.</param>
/// <param name="Rows">How many rows are in it.</param>
/// <param name="Next">Where the next part begins; null when this was the last.</param>
sealed record ExportedPart(string File, int Rows, TablePlace? Next);
