using Azure.Data.Tables;
using Workflows.Referrals.Identifiers;

namespace Workflows.Functions.Storage;

/// <summary>
/// Which referrals of an organisation may be about the same person: one row per referral, under a keyed hash of who that is.
/// The rows stand among the submissions, with their names beside the referral's id, and go with them at erasure.
/// </summary>
sealed class SameClientStore(Tables tables, KeyedHash hash)
{
    /// <summary>Notes the referral, and answers the organisation's others that may be about the same person. Can be repeated.</summary>
    public async Task<IReadOnlyList<string>> OthersAsync(
        string organisation, string referral, string givenName, string familyName, DateOnly birthDate, CancellationToken cancellation = default)
    {
        var key = await hash.KeyOfAsync("client identity", organisation, cancellation);
        var (partition, prefix) = ($"clients!{organisation}", $"client!{ClientIdentity.KeyedHash(key, givenName, familyName, birthDate)}!");

        // The name first: a name without a row does no harm, a row without its name would outlive the erasure.
        var row = prefix + referral;
        await UpsertAsync(new(TableKey.Valid(referral), TableKey.Valid(row)) { [SubmissionStore.Caller] = partition }, cancellation);
        await UpsertAsync(new(TableKey.Valid(partition), row) { [SubmissionStore.Referral] = referral }, cancellation);

        return await tables.Submissions
            .QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey lt {prefix + '~'}"), cancellationToken: cancellation)
            .Select(other => other.GetString(SubmissionStore.Referral))
            .Where(other => other != referral)
            .ToListAsync(cancellation);
    }

    async Task UpsertAsync(TableEntity row, CancellationToken cancellation) => await tables.Submissions.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
}
