using Azure;
using Azure.Data.Tables;
using Workflows.Functions.Storage;
using Workflows.Referrals.Deadlines;

namespace Workflows.Functions.Insights.Facts;

/// <summary>The table <c>Facts</c>: one row per referral, made of its whole timeline each time, so that it does not matter which events were heard of, how often and in which order.</summary>
sealed class FactStore(Tables tables, TimelineStore timeline, ProfileStore profiles)
{
    readonly TableClient table = tables.Named("Facts");

    public Task CreateAsync(CancellationToken cancellation) => table.CreateIfNotExistsAsync(cancellation);

    /// <summary>Makes the fact of a referral from its timeline and keeps it, unless somebody kept a later one. Can be repeated.</summary>
    /// <param name="referral">The referral's id.</param>
    /// <param name="announce">Hears what is new before it is kept: a kill between the two leaves a word too many, never none.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Whether there was anything new.</returns>
    public async Task<bool> KeepAsync(string referral, Func<NewFact, Task> announce, CancellationToken cancellation = default)
    {
        if (await ReadAsync(referral, cancellation) is not { } told)
        {
            return false;   // nothing of it has happened yet
        }

        var made = told.Row;
        while (true)
        {
            var standing = await table.GetEntityIfExistsAsync<TableEntity>(FactRow.Partition(made.Organisation, made.Cohort), referral, cancellationToken: cancellation) is { HasValue: true, Value: { } entity } ? entity : null;
            var before = standing is null ? null : FactRow.Of(standing);
            if (before == made || before?.Sequence > made.Sequence)
            {
                return false;
            }

            // A fact that says something else of the same events changes all that was counted of them.
            var news = before is null || before.Sequence == made.Sequence ? told.Events[0] : told.Events[before.Sequence];
            await announce(new(made, AmsterdamTime.DayOf(news.At)));
            try
            {
                await (standing is null ? table.AddEntityAsync(made.ToEntity(), cancellation) : table.UpdateEntityAsync(made.ToEntity(), standing.ETag, TableUpdateMode.Replace, cancellation));
                return true;
            }
            catch (RequestFailedException overtaken) when (overtaken.Status is 409 or 412)
            {
                // Another event of this referral came at the same moment.
            }
        }
    }

    /// <summary>Puts the facts of many timelines in place, those of a month together, where nobody else keeps any. Can be repeated.</summary>
    public Task PutAsync(IEnumerable<ToldTimeline> timelines, CancellationToken cancellation = default) => Task.WhenAll(
        from month in timelines.Select(told => told.Row.ToEntity()).GroupBy(row => row.PartitionKey)
        from chunk in month.Chunk(TransactionLimits.Entities)
        select table.SubmitTransactionAsync(chunk.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), cancellation));

    /// <summary>The timeline that a fact is made of; null when the referral was not received yet.</summary>
    public async Task<ToldTimeline?> ReadAsync(string referral, CancellationToken cancellation = default) =>
        ToldTimeline.Of(referral, await timeline.ReadEventsAsync(referral, cancellation), await profiles.FindAsync(referral, cancellation));

    /// <summary>The rows of everybody whom an organisation received in a month.</summary>
    public IAsyncEnumerable<FactRow> CohortAsync(string organisation, DateOnly cohort, CancellationToken cancellation = default) => table
        .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {FactRow.Partition(organisation, cohort)}"), cancellationToken: cancellation)
        .Select(FactRow.Of);

    /// <summary>The month in which an organisation received its first referral, by its first day; null when it received none.</summary>
    public async Task<DateOnly?> FirstCohortAsync(string organisation, CancellationToken cancellation = default) =>
        await OfOrganisation(organisation, 1, nameof(TableEntity.PartitionKey), cancellation).FirstOrDefaultAsync(cancellation) is { } first ? FactRow.PartitionOf(first.PartitionKey).Cohort : null;

    /// <summary>Which event the facts of an organisation have got to, by referral.</summary>
    public async Task<Dictionary<string, int>> SequencesAsync(string organisation, CancellationToken cancellation = default) =>
        await OfOrganisation(organisation, null, $"{nameof(TableEntity.RowKey)},{FactRow.SequenceColumn}", cancellation)
            .ToDictionaryAsync(row => row.RowKey, row => row.GetInt32(FactRow.SequenceColumn)!.Value, cancellationToken: cancellation);

    AsyncPageable<TableEntity> OfOrganisation(string organisation, int? top, string columns, CancellationToken cancellation) => table.QueryAsync<TableEntity>(
        TableClient.CreateQueryFilter($"PartitionKey gt {organisation + "!"} and PartitionKey lt {organisation + "!~"}"), top, columns.Split(','), cancellation);
}

/// <summary>A fact that says something new.</summary>
/// <param name="Row">What is kept.</param>
/// <param name="Since">The day of the first event that changed it.</param>
sealed record NewFact(FactRow Row, DateOnly Since);
