using System.Buffers.Binary;
using System.Buffers.Text;
using Azure;
using Azure.Data.Tables;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Clients;

/// <summary>Which referral an access code stands for: a row under a keyed hash of the code, so that no table tells a code.</summary>
/// <remarks>The rows stand among the submissions, with their names beside the referral's id, and go with them at erasure.</remarks>
sealed class AccessCodes(Tables tables, KeyedHash hash)
{
    const string Partition = "access!codes";

    /// <summary>The referral's code, always the same one; its letter can be printed again.</summary>
    public async Task<string> OfAsync(string referral, CancellationToken cancellation = default)
    {
        for (var attempt = 0; ; attempt++)
        {
            var bytes = Base64Url.DecodeFromChars(await hash.OfAsync("access code", [referral, $"{attempt}"], cancellation));
            var code = AccessCode.Of(BinaryPrimitives.ReadUInt64BigEndian(bytes));
            if (await IsOfAsync(await LookupAsync(code, cancellation), referral, cancellation))
            {
                return code;
            }

            // Among a million referrals two hash to the same number now and then.
        }
    }

    /// <summary>Under which name everything about a code is kept, whether or not it stands for a referral.</summary>
    public Task<string> LookupAsync(string code, CancellationToken cancellation = default) => hash.OfAsync("access code lookup", [code], cancellation);

    /// <summary>The referral that a code stands for; null when it stands for none.</summary>
    public async Task<string?> FindAsync(string lookup, CancellationToken cancellation = default) =>
        await tables.Submissions.GetEntityIfExistsAsync<TableEntity>(Partition, lookup, cancellationToken: cancellation) is { HasValue: true, Value: { } row }
            ? row.GetString(SubmissionStore.Referral)
            : null;

    async Task<bool> IsOfAsync(string lookup, string referral, CancellationToken cancellation)
    {
        if (await FindAsync(lookup, cancellation) is { } standing)
        {
            return standing == referral;
        }

        // The name first: a name without a row does no harm, a row without its name would outlive the erasure.
        var name = new TableEntity(TableKey.Valid(referral), TableKey.Valid(lookup)) { [SubmissionStore.Caller] = Partition };
        await tables.Submissions.UpsertEntityAsync(name, TableUpdateMode.Replace, cancellation);
        try
        {
            await tables.Submissions.AddEntityAsync(new TableEntity(Partition, lookup) { [SubmissionStore.Referral] = referral }, cancellation);
            return true;
        }
        catch (RequestFailedException taken) when (taken.Status is 409)
        {
            return await FindAsync(lookup, cancellation) == referral;
        }
    }
}
