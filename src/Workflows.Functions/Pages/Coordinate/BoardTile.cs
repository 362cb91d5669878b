namespace Workflows.Functions.Pages.Coordinate;

/// <summary>How much of one kind asks for the coordinator.</summary>
/// <param name="Address">Where it is listed.</param>
/// <param name="Name">The name of its text.</param>
/// <param name="Count">How many, counted to <see cref="Most"/>.</param>
/// <param name="Since">Since when the first of them; null when there is none.</param>
/// <param name="IsUrgent">Whether that is too long.</param>
/// <param name="IsShown">Whether it is what is listed now.</param>
public sealed record BoardTile(string Address, string Name, int Count, DateTimeOffset? Since, bool IsUrgent, bool IsShown)
{
    /// <summary>Who has so many does not count them.</summary>
    public const int Most = 100;
}
