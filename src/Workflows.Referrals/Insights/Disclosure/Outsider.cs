namespace Workflows.Referrals.Insights.Disclosure;

/// <summary>
/// What somebody who knows some sums of unknown counts can still not tell: the directions in which the counts could move without any known sum changing. A sum is found out exactly when it moves in none of them.
/// </summary>
/// <remarks>
/// Linear algebra over the integers modulo a prime: exact, where floating point would guess. Whoever sees the figures also knows that no count is below zero. A count that is zero can therefore only move upwards:
/// it stands still in all other directions, and has one direction of its own as long as the others can make room for it.
/// </remarks>
sealed class Outsider
{
    /// <summary>The Mersenne prime 2^61 - 1.</summary>
    const ulong Prime = (1UL << 61) - 1;

    readonly List<ulong[]> directions;
    readonly Dictionary<int, ulong[]> upwards;

    Outsider(List<ulong[]> directions, Dictionary<int, ulong[]> upwards)
    {
        this.directions = directions;
        this.upwards = upwards;
    }

    /// <summary>Somebody who knows nothing yet.</summary>
    /// <param name="width">How many counts there are.</param>
    /// <param name="zeros">Which of them are zero.</param>
    public static Outsider KnowingNothing(int width, IReadOnlySet<int> zeros)
    {
        var (directions, upwards) = (new List<ulong[]>(), new Dictionary<int, ulong[]>());
        for (var place = 0; place < width; place++)
        {
            var alone = new ulong[width];
            alone[place] = 1;
            if (zeros.Contains(place))
            {
                upwards[place] = alone;
            }
            else
            {
                directions.Add(alone);
            }
        }

        return new(directions, upwards);
    }

    /// <summary>The same person, who has also been told a sum.</summary>
    /// <param name="sum">How often each count stands in it.</param>
    public Outsider Told(int[] sum)
    {
        var pivot = directions.Find(direction => Moves(sum, direction) != 0);
        if (pivot is null)
        {
            return upwards.Values.All(direction => Moves(sum, direction) == 0)
                ? this
                : new(directions, upwards.Where(up => Moves(sum, up.Value) == 0).ToDictionary());
        }

        var inverse = Inverse(Moves(sum, pivot));
        return new(
            [.. directions.Where(direction => direction != pivot).Select(direction => Still(sum, direction, pivot, inverse))],
            upwards.ToDictionary(up => up.Key, up => Still(sum, up.Value, pivot, inverse)));
    }

    /// <summary>Whether this person can tell a sum.</summary>
    /// <param name="sum">How often each count stands in it.</param>
    public bool CanTell(int[] sum) =>
        directions.TrueForAll(direction => Moves(sum, direction) == 0)
        && upwards.All(up => sum[up.Key] == 0 || Moves(sum, up.Value) == 0);

    /// <summary>The direction with so much of the pivot taken off that the sum no longer moves.</summary>
    static ulong[] Still(int[] sum, ulong[] direction, ulong[] pivot, ulong inverse)
    {
        var moves = Moves(sum, direction);
        if (moves == 0)
        {
            return direction;
        }

        var factor = Prime - Times(moves, inverse);
        var still = new ulong[direction.Length];
        for (var place = 0; place < still.Length; place++)
        {
            still[place] = pivot[place] == 0 ? direction[place] : Plus(direction[place], Times(factor, pivot[place]));
        }

        return still;
    }

    static ulong Moves(int[] sum, ulong[] direction)
    {
        var moves = 0UL;
        for (var place = 0; place < sum.Length; place++)
        {
            if (sum[place] != 0 && direction[place] != 0)
            {
                moves = Plus(moves, sum[place] == 1 ? direction[place] : Times(sum[place] < 0 ? Prime - (ulong)-sum[place] : (ulong)sum[place], direction[place]));
            }
        }

        return moves;
    }

    static ulong Plus(ulong left, ulong right) => left + right is var sum && sum >= Prime ? sum - Prime : sum;

    static ulong Times(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return Plus((high << 3) | (low >> 61), low & Prime);
    }

    /// <summary>By Fermat's little theorem.</summary>
    static ulong Inverse(ulong number)
    {
        var (inverse, power) = (1UL, number);
        for (var exponent = Prime - 2; exponent > 0; exponent >>= 1)
        {
            inverse = (exponent & 1) == 1 ? Times(inverse, power) : inverse;
            power = Times(power, power);
        }

        return inverse;
    }
}
