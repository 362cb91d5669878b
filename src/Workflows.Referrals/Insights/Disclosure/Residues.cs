namespace Workflows.Referrals.Insights.Disclosure;

/// <summary>Whole numbers modulo a prime so large that no sum of counts comes near it: exact, where floating point would guess.</summary>
static class Residues
{
    /// <summary>The Mersenne prime 2^61 - 1.</summary>
    public const ulong Prime = (1UL << 61) - 1;

    public static ulong Plus(ulong left, ulong right) => left + right is var sum && sum >= Prime ? sum - Prime : sum;

    public static ulong Minus(ulong number) => number == 0 ? 0 : Prime - number;

    public static ulong Times(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return Plus((high << 3) | (low >> 61), low & Prime);
    }

    /// <summary>The number a few times, or taken away.</summary>
    public static ulong Times(ulong number, int times) => times switch
    {
        1 => number,
        -1 => Minus(number),
        < 0 => Times(number, Minus((ulong)-times)),
        _ => Times(number, (ulong)times),
    };

    /// <summary>By Fermat's little theorem.</summary>
    public static ulong Inverse(ulong number)
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
