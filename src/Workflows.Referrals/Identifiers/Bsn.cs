using System.Globalization;

namespace Workflows.Referrals.Identifiers;

/// <summary>The Dutch citizen service number. A welfare organisation may not hold it, so that it is only ever recognised here, to be refused or redacted.</summary>
/// <remarks>The check is the "elfproef" of the Logisch Ontwerp BSN. Using the number needs a ground in law (Wet algemene bepalingen burgerservicenummer); consent makes none.</remarks>
public static class Bsn
{
    static ReadOnlySpan<int> Weights => [9, 8, 7, 6, 5, 4, 3, 2, -1];

    /// <summary>Whether the digits are a BSN: eight or nine digits, weighted 9, 8, 7, 6, 5, 4, 3, 2 and -1, a sum that eleven divides, not all zeros.</summary>
    /// <param name="digits">Digits only; eight digits are read with a zero before them.</param>
    public static bool IsValid(string digits)
    {
        if (digits.Length is not (8 or 9))
        {
            return false;
        }

        var padded = digits.PadLeft(9, '0');
        var (sum, zeros) = (0, true);
        for (var i = 0; i < 9; i++)
        {
            if (!char.IsDigit(padded[i]))
            {
                return false;
            }

            var digit = CharUnicodeInfo.GetDecimalDigitValue(padded[i]);
            sum += Weights[i] * digit;
            zeros &= digit == 0;
        }

        return !zeros && sum % 11 == 0;
    }
}
