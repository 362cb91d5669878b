using System.Numerics;

namespace Workflows.Referrals.Tests.Insights.Disclosure;

/// <summary>
/// Somebody who adds up and subtracts all that was published, by exact elimination over the rational numbers, and who knows that no count is below zero: what must be zero or has only one value left is used again.
/// Written apart from the product, which works modulo a prime and the other way round.
/// </summary>
sealed class Attacker(int unknowns)
{
    readonly List<(int[] Sum, int Value)> published = [];
    List<BigInteger[]> rows = [];

    public void Reads(int[] sum, int value) => published.Add((sum, value));

    /// <summary>Works out all that follows.</summary>
    public void Thinks()
    {
        var known = new int?[unknowns];
        bool learned;
        do
        {
            learned = false;
            rows = Reduced([.. published.Select(number => Row(number.Sum, number.Value)), .. known.Index().Where(one => one.Item is not null).Select(one => Row(Alone(one.Index), one.Item!.Value))]);
            foreach (var row in rows.Concat(published.Select(number => Row(number.Sum, number.Value))))
            {
                // All of one sign and nothing to divide: all of them are zero.
                if (row[unknowns].IsZero && (row[..unknowns].All(term => term >= 0) || row[..unknowns].All(term => term <= 0)))
                {
                    foreach (var place in Enumerable.Range(0, unknowns).Where(place => !row[place].IsZero && known[place] is null))
                    {
                        (known[place], learned) = (0, true);
                    }
                }
            }
        }
        while (learned);
    }

    /// <summary>The value of a sum; null when this person cannot tell.</summary>
    public int? Tells(int[] sum)
    {
        var row = Row(sum, 0);
        foreach (var pivot in rows)
        {
            var place = Array.FindIndex(pivot, term => !term.IsZero);
            if (place < unknowns && !row[place].IsZero)
            {
                row = Combined(row, pivot[place], pivot, row[place]);
            }
        }

        // The row was multiplied on the way; how often is told by a mark that stands beside the unknowns.
        return row[..unknowns].All(term => term.IsZero) ? (int)(-row[unknowns] / row[unknowns + 1]) : null;
    }

    int[] Alone(int place) => [.. Enumerable.Range(0, unknowns).Select(other => other == place ? 1 : 0)];

    static BigInteger[] Row(int[] sum, int value) => [.. sum.Select(term => new BigInteger(term)), value, 1];

    List<BigInteger[]> Reduced(List<BigInteger[]> from)
    {
        var reduced = new List<BigInteger[]>();
        foreach (var next in from.Select(row => row[..(unknowns + 1)]))
        {
            var row = next;
            foreach (var pivot in reduced)
            {
                var place = Array.FindIndex(pivot, term => !term.IsZero);
                row = row[place].IsZero ? row : Smaller(Combined(row, pivot[place], pivot, row[place]));
            }

            if (Array.FindIndex(row, term => !term.IsZero) is var first && first >= 0 && first < unknowns)
            {
                reduced = [.. reduced.Select(other => other[first].IsZero ? other : Smaller(Combined(other, row[first], row, other[first]))), row];
            }
        }

        return reduced;
    }

    static BigInteger[] Combined(BigInteger[] row, BigInteger times, BigInteger[] other, BigInteger less) =>
        [.. row.Select((term, place) => (term * times) - (place < other.Length ? other[place] * less : 0))];

    static BigInteger[] Smaller(BigInteger[] row)
    {
        var divisor = row.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
        return divisor > 1 ? [.. row.Select(term => term / divisor)] : row;
    }
}
