namespace Workflows.Referrals.Insights.Disclosure;

/// <summary>A way in which counts could be other than they are: which of them move, and by how much. Most stand still, and only those that move are kept.</summary>
/// <param name="Places">Which counts move, in order.</param>
/// <param name="Amounts">By how much, modulo the prime; none is zero.</param>
sealed record Direction(int[] Places, ulong[] Amounts)
{
    /// <summary>One count moves, all others stand still.</summary>
    public static Direction Alone(int place) => new([place], [1]);

    /// <summary>By how much a sum of counts moves.</summary>
    /// <param name="sum">How often each count stands in it.</param>
    public ulong Moves(int[] sum)
    {
        var moves = 0UL;
        for (var index = 0; index < Places.Length; index++)
        {
            if (sum[Places[index]] is var times and not 0)
            {
                moves = Residues.Plus(moves, Residues.Times(Amounts[index], times));
            }
        }

        return moves;
    }

    /// <summary>This and so many times another at once.</summary>
    public Direction With(Direction other, ulong times)
    {
        var (places, amounts) = (new List<int>(Places.Length + other.Places.Length), new List<ulong>(Places.Length + other.Places.Length));
        for (int mine = 0, theirs = 0; mine < Places.Length || theirs < other.Places.Length;)
        {
            var isMine = mine < Places.Length && (theirs == other.Places.Length || Places[mine] <= other.Places[theirs]);
            var isTheirs = theirs < other.Places.Length && (mine == Places.Length || other.Places[theirs] <= Places[mine]);
            var place = isMine ? Places[mine] : other.Places[theirs];
            var amount = Residues.Plus(isMine ? Amounts[mine++] : 0, isTheirs ? Residues.Times(times, other.Amounts[theirs++]) : 0);
            if (amount != 0)
            {
                places.Add(place);
                amounts.Add(amount);
            }
        }

        return new([.. places], [.. amounts]);
    }
}
