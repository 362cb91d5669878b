using System.Globalization;
using Azure.Data.Tables;
using Workflows.Functions.Storage;
using Workflows.Referrals.Insights.Facts;

namespace Workflows.Functions.Insights.Facts;

/// <summary>One referral as the table <c>Facts</c> keeps it.</summary>
/// <param name="Organisation">Whose.</param>
/// <param name="Cohort">The month of receipt, by its first day.</param>
/// <param name="Referral">The referral's id.</param>
/// <param name="Sequence">The last event that it tells of.</param>
/// <param name="At">When that took place.</param>
/// <param name="Version">By which <see cref="Fact.CurrentVersion"/> it was made.</param>
/// <param name="Fact">What counts; null when nothing does: a mistake, or a request that goes on under another id.</param>
sealed record FactRow(string Organisation, DateOnly Cohort, string Referral, int Sequence, DateTimeOffset At, int Version, Fact? Fact)
{
    public const string SequenceColumn = "Sequence";

    const string AtColumn = "At";
    const string VersionColumn = "Version";
    const string Json = "Json";

    /// <summary>Whether today's code would make it so.</summary>
    public bool IsCurrent => Version == Fact.CurrentVersion;

    public static string Partition(string organisation, DateOnly cohort) => TableKey.Valid(string.Create(CultureInfo.InvariantCulture, $"{organisation}!{cohort:yyyy-MM}"));

    public TableEntity ToEntity()
    {
        var entity = new TableEntity(Partition(Organisation, Cohort), TableKey.Valid(Referral)) { [SequenceColumn] = Sequence, [AtColumn] = At, [VersionColumn] = Version };
        if (Fact is not null)
        {
            entity.SetText(Json, ReferralJson.Write(Fact));
        }

        return entity;
    }

    public static FactRow Of(TableEntity entity)
    {
        var (organisation, cohort) = PartitionOf(entity.PartitionKey);
        return new(
            organisation, cohort, entity.RowKey, entity.GetInt32(SequenceColumn)!.Value, entity.GetDateTimeOffset(AtColumn)!.Value, entity.GetInt32(VersionColumn)!.Value,
            entity.GetText(Json) is { Length: > 0 } json ? ReferralJson.ReadFact(json) : null);
    }

    /// <summary>Whose and which cohort a partition is.</summary>
    public static (string Organisation, DateOnly Cohort) PartitionOf(string partition) =>
        partition.Split('!') is [var organisation, var month] ? (organisation, DateOnly.ParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture)) : throw new FormatException($"{partition} is no partition of facts.");
}
