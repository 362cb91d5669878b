using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;

namespace Workflows.Functions.Storage;

/// <summary>How the rows of a referral's partition look. Events sort first and in their order, because digits come before letters.</summary>
static class TimelineRows
{
    public const string Summary = "summary";
    public const string Commands = "command!";
    public const string Effects = "effect!";
    public const string Json = "Json";
    public const string Version = "Version";
    public const string IsHandled = "IsHandled";
    public const string Outcome = "Outcome";
    public const string Fingerprint = "Fingerprint";
    const string Lists = "Lists";
    const string Former = "Former";

    public static string EventKey(long sequence) => sequence.ToString("D10", CultureInfo.InvariantCulture);

    public static string CommandKey(string key) => TableKey.Valid(Commands + key);

    public static string EffectKey(string key) => TableKey.Valid(Effects + key);

    public static TableEntity Row(string referral, string rowKey, string json)
    {
        var row = new TableEntity(TableKey.Valid(referral), rowKey);
        row.SetText(Json, json);
        return row;
    }

    /// <summary>The summary, with the list rows that it stands in and those that it has left.</summary>
    public static TableEntity SummaryRow(TimelineCommit commit, IReadOnlyList<ListKey> former)
    {
        var row = Row(commit.Referral, Summary, commit.Summary);
        row[Version] = commit.Version;
        row.SetText(Lists, JsonSerializer.Serialize(commit.Lists));
        row.SetText(Former, JsonSerializer.Serialize(former));
        return row;
    }

    /// <summary>Merged into the command's row, so that the command stays and its key still answers for it years later.</summary>
    public static TableEntity HandledRow(string referral, HandledCommand handled)
    {
        var row = new TableEntity(TableKey.Valid(referral), CommandKey(handled.Key)) { [IsHandled] = true };
        if (handled.Outcome is { } outcome)
        {
            row.SetText(Outcome, outcome);
        }

        return row;
    }

    /// <summary>The list rows that no longer hold once <paramref name="commit"/> stands.</summary>
    /// <remarks>A turn that is committed again may have lost its removals, so those that its summary names are answered again.</remarks>
    public static IReadOnlyList<ListKey> FormerLists(TableEntity? standing, TimelineCommit commit) => standing is null
        ? []
        : [.. Keys(standing, Lists)
            .Concat(standing.GetInt64(Version) == commit.Version ? Keys(standing, Former) : [])
            .Distinct()
            .Except(commit.Lists)];

    public static StoredCommand Command(TableEntity row) =>
        new(row.RowKey[Commands.Length..], row.GetText(Json), row.GetBoolean(IsHandled) ?? false, row.GetText(Outcome) is { Length: > 0 } outcome ? outcome : null);

    public static bool IsEvent(TableEntity row) => char.IsAsciiDigit(row.RowKey[0]);

    public static StoredEvent Event(TableEntity row) => new(long.Parse(row.RowKey, CultureInfo.InvariantCulture), row.GetText(Json));

    public static bool IsPendingCommand(TableEntity row) => row.GetBoolean(IsHandled) is false;

    public static bool IsEffect(TableEntity row) => row.RowKey.StartsWith(Effects, StringComparison.Ordinal);

    public static StoredEffect Effect(TableEntity row) => new(row.RowKey[Effects.Length..], row.GetText(Json));

    static List<ListKey> Keys(TableEntity row, string name) => JsonSerializer.Deserialize<List<ListKey>>(row.GetText(name)) ?? [];
}
