using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Workflows.Functions.Storage;
using Workflows.Referrals.Insights;
using Workflows.Referrals.Insights.Facts;

namespace Workflows.Functions.Insights.Rollups;

/// <summary>How far an organisation's months are rolled up, and what came too late for those that are: rows of the table <c>Rollups</c> under the organisation alone.</summary>
sealed class LookMarks(Tables tables)
{
    const string Begun = "begun";
    const string Looks = "look!";
    const string Late = "late!";
    const string Day = "Day";
    const string Catalogue = "CatalogueVersion";
    const string FactVersion = "FactVersion";

    readonly TableClient table = tables.Named("Rollups");

    /// <summary>Notes that looks up to a day are being made: a fact that comes from now on is late.</summary>
    public Task BeginAsync(string organisation, DateOnly through, CancellationToken cancellation = default) =>
        UpsertAsync(new TableEntity(TableKey.Valid(organisation), Begun) { [Day] = Text(through) }, cancellation);

    /// <summary>Through which day looks were begun; the first day ever when none was.</summary>
    public async Task<DateOnly> BegunAsync(string organisation, CancellationToken cancellation = default) =>
        await FindAsync(organisation, Begun, cancellation) is { } row ? DayOf(row) : DateOnly.MinValue;

    /// <summary>Notes that all cohorts were counted through a day.</summary>
    public Task DoneAsync(string organisation, LookMark look, CancellationToken cancellation = default) => UpsertAsync(
        new TableEntity(TableKey.Valid(organisation), Looks + Text(look.Through)) { [Day] = Text(look.Through), [Catalogue] = look.CatalogueVersion, [FactVersion] = look.FactVersion }, cancellation);

    /// <summary>The looks that are done, oldest first.</summary>
    public Task<List<LookMark>> DoneAsync(string organisation, CancellationToken cancellation = default) => Rows(organisation, Looks, cancellation)
        .Select(row => new LookMark(DayOf(row), row.GetInt32(Catalogue)!.Value, row.GetInt32(FactVersion)!.Value))
        .ToListAsync(cancellation).AsTask();

    /// <summary>Notes that a cohort has to be counted again at all looks from a day on.</summary>
    public async Task NoteLateAsync(string organisation, DateOnly cohort, DateOnly since, CancellationToken cancellation = default)
    {
        while (true)
        {
            var standing = await FindAsync(organisation, Late + Text(cohort), cancellation);
            if (standing is not null && DayOf(standing) <= since)
            {
                since = DayOf(standing);   // written again all the same: who is clearing the note sees that there is news
            }

            try
            {
                var row = new TableEntity(TableKey.Valid(organisation), Late + Text(cohort)) { [Day] = Text(since) };
                await (standing is null ? table.AddEntityAsync(row, cancellation) : table.UpdateEntityAsync(row, standing.ETag, TableUpdateMode.Replace, cancellation));
                return;
            }
            catch (RequestFailedException overtaken) when (overtaken.Status is 404 or 409 or 412)
            {
                // Noted, or cleared, at the same moment.
            }
        }
    }

    /// <summary>The cohorts that have to be counted again.</summary>
    public Task<List<LateMark>> LateAsync(string organisation, CancellationToken cancellation = default) => Rows(organisation, Late, cancellation)
        .Select(row => new LateMark(DateOnly.ParseExact(row.RowKey[Late.Length..], "O", CultureInfo.InvariantCulture), DayOf(row), row.ETag))
        .ToListAsync(cancellation).AsTask();

    /// <summary>Clears a note, unless there is news again.</summary>
    public async Task ClearAsync(string organisation, LateMark late, CancellationToken cancellation = default)
    {
        try
        {
            await table.DeleteEntityAsync(organisation, Late + Text(late.Cohort), late.Mark, cancellation);
        }
        catch (RequestFailedException again) when (again.Status is 412)
        {
            // The next night counts once more.
        }
    }

    async Task UpsertAsync(TableEntity row, CancellationToken cancellation) => await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);

    async Task<TableEntity?> FindAsync(string organisation, string key, CancellationToken cancellation) =>
        await table.GetEntityIfExistsAsync<TableEntity>(organisation, key, cancellationToken: cancellation) is { HasValue: true, Value: { } row } ? row : null;

    AsyncPageable<TableEntity> Rows(string organisation, string kind, CancellationToken cancellation) =>
        table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {organisation} and RowKey gt {kind} and RowKey lt {kind + "~"}"), cancellationToken: cancellation);

    static DateOnly DayOf(TableEntity row) => DateOnly.ParseExact(row.GetString(Day), "O", CultureInfo.InvariantCulture);

    static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}

/// <summary>A look that is done: all cohorts were counted.</summary>
/// <param name="Through">The last day that was looked at.</param>
/// <param name="CatalogueVersion">By which catalogue.</param>
/// <param name="FactVersion">Of which facts.</param>
sealed record LookMark(DateOnly Through, int CatalogueVersion, int FactVersion)
{
    /// <summary>A look as today's code makes it.</summary>
    public static LookMark Today(DateOnly through) => new(through, IndicatorCatalogue.Current.Version, Fact.CurrentVersion);
}

/// <summary>A cohort that has to be counted again.</summary>
/// <param name="Cohort">The month of receipt, by its first day.</param>
/// <param name="Since">At all looks from this day on.</param>
/// <param name="Mark">What the note was when it was read.</param>
sealed record LateMark(DateOnly Cohort, DateOnly Since, ETag Mark);
