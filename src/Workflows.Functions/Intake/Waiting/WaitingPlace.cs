using System.Globalization;

namespace Workflows.Functions.Intake.Waiting;

/// <summary>Where a waiting submission stands in the table <c>Waiting</c>.</summary>
/// <param name="List">Whose it is.</param>
/// <param name="Row">Which one.</param>
sealed record WaitingPlace(string List, string Row)
{
    const string ParkedLists = "parked!";
    const string ClaimLists = "claimed!";

    /// <summary>
    /// How long it may wait. A person is not kept on a list that nobody looks at: a referral of a month ago is asked for anew, as a message between people is kept for a month.
    /// A claim is for a message that is on its way: a week is twice as long as the longest outage that a message outlasts.
    /// </summary>
    public TimeSpan Lasts => TimeSpan.FromDays(List.StartsWith(ClaimLists, StringComparison.Ordinal) ? 7 : 30);

    /// <summary>The organisation whose coordinators look after it; null for what is another one's to look after.</summary>
    public string? Organisation => List.StartsWith(ParkedLists, StringComparison.Ordinal) ? List[ParkedLists.Length..] : null;

    /// <summary>The number of the row in its file; 0 for what was no row.</summary>
    public int Number => int.TryParse(Row.AsSpan(Row.LastIndexOf('!') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>The list of what a form sent and no mapping could read.</summary>
    public static string ParkedAt(string organisation) => ParkedLists + organisation;

    public static WaitingPlace Parked(string organisation, string id) => new(ParkedAt(organisation), id);

    /// <summary>What a source handed in for a message that is still to come.</summary>
    public static WaitingPlace Claimed(string source, string claim) => new(ClaimLists + source, claim);

    /// <summary>The list of what a practice's GP system selected.</summary>
    public static string SelectedBy(string practice) => $"selected!{practice}";

    public static WaitingPlace Selected(string practice, string selection, int row) => new(SelectedBy(practice), $"{selection}!{row.ToString("D4", CultureInfo.InvariantCulture)}");
}
