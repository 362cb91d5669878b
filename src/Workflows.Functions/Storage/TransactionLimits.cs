using System.Text.Json;
using Azure.Data.Tables;

namespace Workflows.Functions.Storage;

/// <summary>Azure's limits of one entity group transaction; Azurite has none.</summary>
static class TransactionLimits
{
    public const int Entities = 100;
    public const int Bytes = 4 * 1024 * 1024;

    /// <summary>Room for one entity's keys, names and request headers in the body of the transaction.</summary>
    const int BytesAround = 2 * 1024;

    /// <exception cref="TableLimitException">The transaction is larger than Azure accepts.</exception>
    public static void Require(IReadOnlyCollection<TableTransactionAction> transaction)
    {
        if (transaction.Count > Entities)
        {
            throw new TableLimitException($"{transaction.Count} entities do not fit one transaction; at most {Entities} do.");
        }

        var bytes = transaction.Sum(action => BytesOf((TableEntity)action.Entity));
        if (bytes > Bytes)
        {
            throw new TableLimitException($"{bytes} bytes do not fit one transaction; at most {Bytes} do.");
        }
    }

    /// <summary>Divides the actions, in their order, into as few transactions of one partition each as the limits allow; one when there are none.</summary>
    /// <param name="actions">Each fits a transaction.</param>
    /// <param name="beside">An entity that each transaction holds as well; null for none.</param>
    public static IEnumerable<IReadOnlyList<TableTransactionAction>> Divide(IEnumerable<TableTransactionAction> actions, TableEntity? beside = null)
    {
        var (most, bytesBeside) = beside is null ? (Entities, 0) : (Entities - 1, BytesOf(beside));
        List<TableTransactionAction> transaction = [];
        var bytes = bytesBeside;
        foreach (var action in actions)
        {
            var more = BytesOf((TableEntity)action.Entity);
            if (transaction.Count > 0 && (transaction.Count == most || transaction[0].Entity.PartitionKey != action.Entity.PartitionKey || bytes + more > Bytes))
            {
                yield return transaction;
                (transaction, bytes) = ([], bytesBeside);
            }

            transaction.Add(action);
            bytes += more;
        }

        yield return transaction;
    }

    /// <summary>As it travels: JSON inside JSON, in which each quotation mark takes six bytes; bytes as base64.</summary>
    public static int BytesOf(TableEntity entity) => BytesAround + entity.Sum(property => property.Value switch
    {
        string text => JsonEncodedText.Encode(text).EncodedUtf8Bytes.Length,
        byte[] bytes => (bytes.Length + 2) / 3 * 4,
        _ => 0,
    });
}
