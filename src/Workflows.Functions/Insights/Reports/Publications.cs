using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Workflows.Functions.Directory;
using Workflows.Functions.Insights.Rollups;
using Workflows.Functions.Storage;
using Workflows.Referrals.Insights.Disclosure;
using Workflows.Referrals.Insights.Reports;
using Workflows.Referrals.Insights.Rollups;

namespace Workflows.Functions.Insights.Reports;

/// <summary>
/// The table <c>Publications</c>: every report that somebody outside an organisation was shown, as it was shown, for ever. What was shown cannot be taken back, so that each further report must be safe beside it;
/// and a report that was read twice says the same twice, whatever was heard of in between.
/// </summary>
sealed class Publications(Tables tables, RollupStore rollups, InsightsSettings settings, TimeProvider clock)
{
    const string Head = "head";
    const string Shown = "Shown";
    const string View = "View";
    const string At = "At";

    readonly TableClient table = tables.Named("Publications");

    public Task CreateAsync(CancellationToken cancellation) => table.CreateIfNotExistsAsync(cancellation);

    /// <summary>The report of a look, made when it is read for the first time.</summary>
    /// <param name="reader">Who reads it.</param>
    /// <param name="organisation">Whose figures.</param>
    /// <param name="look">One of <see cref="OutsideLook"/>, whose months are rolled up.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Null when nothing was counted of these months.</returns>
    public async Task<ReportView?> OfAsync(OutsideReader reader, Organisation organisation, Period look, CancellationToken cancellation = default)
    {
        while (true)
        {
            // Years do not overlap: what was shown of one says nothing of another.
            var shelf = $"{reader.Key}!{look.From.Year}!";
            var rows = await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {organisation.Id} and RowKey gt {shelf} and RowKey lt {shelf + "~"}"), cancellationToken: cancellation).ToListAsync(cancellation);
            if (rows.Find(row => row.RowKey == shelf + Text(look.Through)) is { } made)
            {
                return ReferralJson.ReadReport(Packed.Open(made.GetBytes(View)));
            }

            if (await MakeAsync(reader, organisation, look, rows.FindAll(row => row.ContainsKey(Shown)), cancellation) is not var (publication, view))
            {
                return null;
            }

            if (await AddAsync(organisation.Id, shelf, rows.Find(row => row.RowKey == shelf + Head)?.ETag, publication, view, cancellation))
            {
                return view;
            }

            // Another look was published at the same moment, and this one must be safe beside it.
        }
    }

    async Task<(Publication Publication, ReportView View)?> MakeAsync(OutsideReader reader, Organisation organisation, Period look, List<TableEntity> earlier, CancellationToken cancellation)
    {
        var counted = await reader.ReadAsync(rollups, organisation.Id, look, asOf: null, cancellation);
        if (counted.Count == 0)
        {
            return null;
        }

        List<Rollup> known = [.. reader.Of(counted)];
        List<Publication> published = [];
        foreach (var row in earlier)
        {
            var before = ReferralJson.ReadPublication(Packed.Open(row.GetBytes(Shown)));
            published.Add(before);
            known.AddRange(reader.Of(await reader.ReadAsync(rollups, organisation.Id, before.Period, row.GetDateTimeOffset(At), cancellation)));
        }

        var (report, publication) = new Publisher(reader.Audience, settings.SmallestCount).Publish(organisation.Id, look, known, published, reader.InhabitantsOf(organisation, look));
        return (publication, ReportViews.Of(report, reader.Audience, organisation, counted, clock.GetUtcNow()) with { Practice = reader.Practice });
    }

    /// <returns>False when somebody else published meanwhile; nothing was written then.</returns>
    async Task<bool> AddAsync(string organisation, string shelf, ETag? head, Publication publication, ReportView view, CancellationToken cancellation)
    {
        var guard = new TableEntity(organisation, shelf + Head);
        var row = new TableEntity(TableKey.Valid(organisation), TableKey.Valid(shelf + Text(view.Through))) { [At] = view.MadeAt };
        row.SetBytes(Shown, Packed.Of(ReferralJson.Write(publication)));
        row.SetBytes(View, Packed.Of(ReferralJson.Write(view)));
        try
        {
            await table.SubmitTransactionAsync(
                [head is { } known ? new(TableTransactionActionType.UpdateReplace, guard, known) : new(TableTransactionActionType.Add, guard), new(TableTransactionActionType.Add, row)], cancellation);
            return true;
        }
        catch (RequestFailedException overtaken) when (overtaken.Status is 409 or 412)
        {
            return false;
        }
    }

    static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
