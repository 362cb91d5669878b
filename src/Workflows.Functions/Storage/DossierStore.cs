using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;

namespace Workflows.Functions.Storage;

/// <summary>The dossiers: everything personal about a referral, and every free text, in sections that are sealed with the referral's own key.</summary>
sealed class DossierStore(Tables tables, DataKeys keys)
{
    const string Sealed = "Sealed";

    /// <summary>Writes sections, all or none; a section that exists is replaced.</summary>
    /// <param name="referral">The referral's id.</param>
    /// <param name="sections">The sections' contents by name: JSON or text.</param>
    /// <param name="cancellation">Gives up; nothing was written then, or all.</param>
    /// <exception cref="DossierErasedException">The dossier was erased.</exception>
    /// <exception cref="TableLimitException">More than fits: nothing was written.</exception>
    public async Task WriteAsync(string referral, IReadOnlyDictionary<string, string> sections, CancellationToken cancellation = default)
    {
        var key = await keys.OfAsync(referral, cancellation);
        TableTransactionAction[] rows = [.. sections.Select(section => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Row(key, referral, section.Key, section.Value)))];
        TransactionLimits.Require(rows);
        await tables.Dossiers.SubmitTransactionAsync(rows, cancellation);
    }

    /// <inheritdoc cref="WriteAsync(string, IReadOnlyDictionary{string, string}, CancellationToken)"/>
    public Task WriteAsync(string referral, string section, string content, CancellationToken cancellation = default) =>
        WriteAsync(referral, new Dictionary<string, string> { [section] = content }, cancellation);

    /// <summary>A section's content; null when it was never written or was erased.</summary>
    /// <exception cref="CryptographicException">The row was changed, or is another one's.</exception>
    public async Task<string?> ReadAsync(string referral, string section, CancellationToken cancellation = default) =>
        await keys.FindAsync(referral, cancellation) is { } key
            && await tables.Dossiers.GetEntityIfExistsAsync<TableEntity>(referral, section, cancellationToken: cancellation) is { HasValue: true, Value: { } row }
            ? Encoding.UTF8.GetString(SealedBox.Open(key, row.GetBytes(Sealed), Place(referral, section)))
            : null;

    /// <summary>All sections by name; empty when nothing was ever written or it was erased.</summary>
    /// <exception cref="CryptographicException">A row was changed, or is another one's.</exception>
    public async Task<IReadOnlyDictionary<string, string>> ReadAllAsync(string referral, CancellationToken cancellation = default) =>
        await keys.FindAsync(referral, cancellation) is { } key
            ? await Rows(referral, cancellation).ToDictionaryAsync(
                row => row.RowKey,
                row => Encoding.UTF8.GetString(SealedBox.Open(key, row.GetBytes(Sealed), Place(referral, row.RowKey))),
                cancellationToken: cancellation)
            : new Dictionary<string, string>();

    /// <summary>A hash of something personal that stands outside the dossier, in characters that a table key may hold. Once the dossier is erased nobody can try out guesses at it any more.</summary>
    /// <exception cref="DossierErasedException">The dossier was erased.</exception>
    public async Task<string> FingerprintAsync(string referral, IEnumerable<string> parts, CancellationToken cancellation = default) =>
        Base64Url.EncodeToString(KeyedHash.With(await keys.OfAsync(referral, cancellation), "fingerprint", parts));

    /// <summary>Removes one section; one that is not there is none the worse.</summary>
    public Task RemoveAsync(string referral, string section, CancellationToken cancellation = default) =>
        tables.Dossiers.DeleteEntityAsync(referral, section, ETag.All, cancellation);

    /// <summary>Makes the dossier unreadable for ever, here and in every copy, then removes its rows. Can be repeated.</summary>
    public async Task EraseAsync(string referral, CancellationToken cancellation = default)
    {
        await keys.EraseAsync(referral, cancellation);
        await foreach (var row in Rows(referral, cancellation))
        {
            await tables.Dossiers.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
        }
    }

    AsyncPageable<TableEntity> Rows(string referral, CancellationToken cancellation) =>
        tables.Dossiers.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {referral}"), cancellationToken: cancellation);

    static TableEntity Row(byte[] key, string referral, string section, string content)
    {
        var row = new TableEntity(TableKey.Valid(referral), TableKey.Valid(section));
        row.SetBytes(Sealed, SealedBox.Seal(key, Encoding.UTF8.GetBytes(content), Place(referral, section)));
        return row;
    }

    /// <summary>Unambiguous, because neither name can hold a line break.</summary>
    static byte[] Place(string referral, string section) => Encoding.UTF8.GetBytes($"{referral}\n{section}");
}
