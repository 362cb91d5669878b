using Azure;
using Azure.Data.Tables;

namespace Workflows.Functions.Storage;

/// <summary>
/// Which referral each submission became, so that what is sent twice, also at the same moment, becomes one referral.
/// One row per idempotency key and one per content, both under keyed hashes; and beside the referral's id the names of its rows, for erasure.
/// </summary>
sealed class SubmissionStore(Tables tables, KeyedHash hash, TimeProvider clock)
{
    /// <summary>How long the same content without a key, or with another one, is the same referral.</summary>
    static readonly TimeSpan ContentCounts = TimeSpan.FromHours(24);

    /// <summary>Of a row: which referral it leads to.</summary>
    public const string Referral = "Referral";

    /// <summary>Of the name of a row: the partition in which the row stands.</summary>
    public const string Caller = "Caller";

    const string Content = "Content";
    const string At = "At";

    /// <summary>Settles which referral the submission is. Can be repeated.</summary>
    public async Task<Submitted> SubmitAsync(Submission submission, CancellationToken cancellation = default)
    {
        var caller = TableKey.Valid(submission.Caller);
        var content = $"content!{await hash.OfAsync("submitted content", [caller, submission.Content], cancellation)}";
        var key = submission.IdempotencyKey is { } given ? $"key!{await hash.OfAsync("idempotency key", [caller, given], cancellation)}" : null;
        while (true)
        {
            if (key is not null && await FindAsync(caller, key, cancellation) is { } byKey)
            {
                return byKey.GetString(Content) == content ? Answer(byKey.GetString(Referral), submission) : new Submitted.Conflict();
            }

            var byContent = await FindAsync(caller, content, cancellation);
            var counts = byContent is not null && byContent.GetDateTimeOffset(At) > clock.GetUtcNow() - ContentCounts;
            var referral = counts ? byContent!.GetString(Referral) : submission.Referral;
            TableTransactionAction[] rows = [.. counts ? [] : ContentRow(caller, content, referral, byContent), .. key is null ? [] : KeyRow(caller, key, content, referral)];
            if (rows is [] || await InsertAsync(referral, rows, cancellation))
            {
                return Answer(referral, submission);
            }

            // The same came in at the same moment and was first: what it wrote decides.
        }
    }

    /// <summary>Whether a submission became, or is about to become, that referral.</summary>
    public async Task<bool> LeadToAsync(string referral, CancellationToken cancellation = default) =>
        await tables.Submissions.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {referral}"), maxPerPage: 1, cancellationToken: cancellation).AnyAsync(cancellation);

    /// <summary>Removes every row that leads to the referral. Can be repeated.</summary>
    public async Task EraseAsync(string referral, CancellationToken cancellation = default)
    {
        await foreach (var name in tables.Submissions.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {referral}"), cancellationToken: cancellation))
        {
            // A row that a later submission took over belongs to that one's referral.
            if (await FindAsync(name.GetString(Caller), name.RowKey, cancellation) is { } row && row.GetString(Referral) == referral)
            {
                await tables.Submissions.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellation);
            }

            await tables.Submissions.DeleteEntityAsync(name.PartitionKey, name.RowKey, ETag.All, cancellation);
        }
    }

    async Task<bool> InsertAsync(string referral, TableTransactionAction[] rows, CancellationToken cancellation)
    {
        // The names first: a name without a row does no harm, a row without its name would outlive the erasure.
        await tables.Submissions.SubmitTransactionAsync(rows.Select(row => Name(referral, row.Entity)), cancellation);
        try
        {
            await tables.Submissions.SubmitTransactionAsync(rows, cancellation);
            return true;
        }
        catch (RequestFailedException taken) when (taken.Status is 409 or 412)
        {
            return false;
        }
    }

    async Task<TableEntity?> FindAsync(string caller, string rowKey, CancellationToken cancellation) =>
        await tables.Submissions.GetEntityIfExistsAsync<TableEntity>(caller, rowKey, cancellationToken: cancellation) is { HasValue: true, Value: { } row } ? row : null;

    TableTransactionAction[] ContentRow(string caller, string content, string referral, TableEntity? standing)
    {
        var row = new TableEntity(caller, content) { [Referral] = referral, [At] = clock.GetUtcNow() };
        return [standing is null ? new(TableTransactionActionType.Add, row) : new(TableTransactionActionType.UpdateReplace, row, standing.ETag)];
    }

    static TableTransactionAction[] KeyRow(string caller, string key, string content, string referral) =>
        [new(TableTransactionActionType.Add, new TableEntity(caller, key) { [Referral] = referral, [Content] = content })];

    static TableTransactionAction Name(string referral, ITableEntity row) =>
        new(TableTransactionActionType.UpsertReplace, new TableEntity(TableKey.Valid(referral), row.RowKey) { [Caller] = row.PartitionKey });

    static Submitted Answer(string referral, Submission submission) =>
        referral == submission.Referral ? new Submitted.New(referral) : new Submitted.Same(referral);
}
