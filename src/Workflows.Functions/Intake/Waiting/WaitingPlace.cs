using System.Globalization;

namespace Workflows.Functions.Intake.Waiting;

/// <summary>Where a waiting submission stands in the table <c>Waiting</c>.</summary>
/// <param name="List">Whose it is.</param>
/// <param name="Row">Which one.</param>
sealed record WaitingPlace(string List, string Row)
{
    /// <summary>The number of the row in its file; 0 for what was no row.</summary>
    public int Number => int.TryParse(Row.AsSpan(Row.LastIndexOf('!') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>The list of what a form sent and no mapping could read.</summary>
    public static string ParkedAt(string organisation) => $"parked!{organisation}";

    public static WaitingPlace Parked(string organisation, string id) => new(ParkedAt(organisation), id);

    /// <summary>The list of what a practice's GP system selected.</summary>
    public static string SelectedBy(string practice) => $"selected!{practice}";

    public static WaitingPlace Selected(string practice, string selection, int row) => new(SelectedBy(practice), $"{selection}!{row.ToString("D4", CultureInfo.InvariantCulture)}");
}
