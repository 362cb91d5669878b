using System.Globalization;
using Azure.Data.Tables;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Pages.Talks;

/// <summary>With whom a practice speaks about its referrals.</summary>
/// <param name="Organisation">The organisation's id.</param>
/// <param name="Worker">The worker's id; null for the organisation itself, about what no worker has.</param>
sealed record Partner(string Organisation, string? Worker)
{
    /// <summary>As addresses and forms name it: <c>welzijn-zuid/anna</c>.</summary>
    public override string ToString() => $"{Organisation}/{Worker}";

    /// <summary>The partner of that name; null when it is none.</summary>
    public static Partner? Of(string? name) => name?.Split('/') is [{ Length: > 0 } organisation, var worker] ? new(organisation, worker.Length == 0 ? null : worker) : null;
}

/// <summary>On which day a practice last spoke with whom, so that the next time begins where that one ended.</summary>
sealed class HeldTalks(Tables tables)
{
    const string Prefix = "talk!";
    const string Day = "Day";

    /// <summary>The latest day for each partner with whom the practice spoke.</summary>
    public async Task<IReadOnlyDictionary<Partner, DateOnly>> OfAsync(string practice, CancellationToken cancellation = default) => await tables.Practices
        .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {practice} and RowKey ge {Prefix} and RowKey lt {"talk\""}"), cancellationToken: cancellation)
        .ToDictionaryAsync(
            row => Partner.Of(row.RowKey[Prefix.Length..].Replace('!', '/'))!,
            row => DateOnly.ParseExact(row.GetString(Day), "O", CultureInfo.InvariantCulture),
            cancellationToken: cancellation);

    /// <summary>They spoke on that day.</summary>
    public Task RecordAsync(string practice, Partner partner, DateOnly day, CancellationToken cancellation = default) => tables.Practices.UpsertEntityAsync(
        new TableEntity(practice, TableKey.Valid($"{Prefix}{partner.Organisation}!{partner.Worker}")) { [Day] = day.ToString("O", CultureInfo.InvariantCulture) }, TableUpdateMode.Replace, cancellation);
}
