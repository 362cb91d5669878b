namespace Workflows.Referrals.Insights.Disclosure;

/// <summary>
/// What somebody who knows some sums of unknown counts can still not tell: the directions in which the counts could move without any known sum changing. A sum is found out exactly when it moves in none of them.
/// </summary>
/// <remarks>
/// Whoever sees the figures also knows that no count is below zero. A count that is zero can therefore only move upwards: it stands still in all other directions, and has one direction of its own
/// as long as the others can make room for it.
/// </remarks>
sealed class Outsider
{
    readonly List<Direction> directions;
    readonly Dictionary<int, Direction> upwards;

    Outsider(List<Direction> directions, Dictionary<int, Direction> upwards)
    {
        this.directions = directions;
        this.upwards = upwards;
    }

    /// <summary>Somebody who knows nothing yet.</summary>
    /// <param name="width">How many counts there are.</param>
    /// <param name="zeros">Which of them are zero.</param>
    public static Outsider KnowingNothing(int width, IReadOnlySet<int> zeros) => new(
        [.. Enumerable.Range(0, width).Where(place => !zeros.Contains(place)).Select(Direction.Alone)],
        zeros.ToDictionary(place => place, Direction.Alone));

    /// <summary>The same person, who has also been told a sum.</summary>
    /// <param name="sum">How often each count stands in it.</param>
    public Outsider Told(int[] sum)
    {
        // The shortest that moves is taken off the others: what is left of them stays short.
        var pivot = directions.Where(direction => direction.Moves(sum) != 0).MinBy(direction => direction.Places.Length);
        if (pivot is null)
        {
            return new(directions, upwards.Where(up => up.Value.Moves(sum) == 0).ToDictionary());
        }

        var inverse = Residues.Inverse(pivot.Moves(sum));
        return new(
            [.. directions.Where(direction => direction != pivot).Select(direction => Still(sum, direction, pivot, inverse))],
            upwards.ToDictionary(up => up.Key, up => Still(sum, up.Value, pivot, inverse)));
    }

    /// <summary>Whether this person can tell a sum.</summary>
    /// <param name="sum">How often each count stands in it.</param>
    public bool CanTell(int[] sum) =>
        directions.TrueForAll(direction => direction.Moves(sum) == 0)
        && upwards.All(up => sum[up.Key] == 0 || up.Value.Moves(sum) == 0);

    /// <summary>The direction with so much of the pivot taken off that the sum no longer moves.</summary>
    static Direction Still(int[] sum, Direction direction, Direction pivot, ulong inverse) =>
        direction.Moves(sum) is var moves and not 0 ? direction.With(pivot, Residues.Minus(Residues.Times(moves, inverse))) : direction;
}
