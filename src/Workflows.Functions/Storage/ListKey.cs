using System.Globalization;

namespace Workflows.Functions.Storage;

/// <summary>Where a row stands in the Lists table.</summary>
/// <param name="List">The list, for instance <c>welzijn-zuid!worker!anna</c>.</param>
/// <param name="Row">The moment by which the list is sorted, and the id of what is listed.</param>
sealed record ListKey(string List, string Row)
{
    /// <summary>The key of <paramref name="id"/> in a list that is sorted by a moment, earliest first.</summary>
    public static ListKey At(string list, DateTimeOffset moment, string id) =>
        new(TableKey.Valid(list), TableKey.Valid($"{moment.UtcDateTime.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture)}!{id}"));
}
