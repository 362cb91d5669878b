using System.Globalization;

namespace Workflows.Functions.Storage;

/// <summary>Where a row stands in the Lists table.</summary>
/// <param name="List">The list, for instance <c>welzijn-zuid!worker!anna</c>.</param>
/// <param name="Row">The moment by which the list is sorted, and the id of what is listed.</param>
sealed record ListKey(string List, string Row)
{
    const string Format = "yyyyMMddHHmmssfff";

    /// <summary>The moment by which it is sorted, to the millisecond.</summary>
    public DateTimeOffset Moment => DateTimeOffset.ParseExact(Row.AsSpan(0, Format.Length), Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>What is listed.</summary>
    public string Id => Row[(Format.Length + 1)..];

    /// <summary>The key of <paramref name="id"/> in a list that is sorted by a moment, earliest first.</summary>
    public static ListKey At(string list, DateTimeOffset moment, string id) =>
        new(TableKey.Valid(list), TableKey.Valid($"{Text(moment)}!{id}"));

    /// <summary>The key of <paramref name="id"/> in a list that is sorted by a moment, latest first. Its own moment is that of a mirror: only the order counts.</summary>
    public static ListKey LatestFirst(string list, DateTimeOffset moment, string id) => At(list, new(DateTimeOffset.MaxValue.UtcTicks - moment.UtcTicks, TimeSpan.Zero), id);

    /// <summary>A moment as keys begin with it.</summary>
    public static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);
}
