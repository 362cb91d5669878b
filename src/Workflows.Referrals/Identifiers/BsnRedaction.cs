using System.Text;
using System.Text.RegularExpressions;

namespace Workflows.Referrals.Identifiers;

/// <summary>Takes citizen numbers out of free text before it is stored.</summary>
public static partial class BsnRedaction
{
    /// <summary>What stands in the place of a number.</summary>
    public const string Replacement = "[BSN verwijderd]";

    /// <summary>The text without the valid citizen numbers in it, and how many there were.</summary>
    /// <param name="text">Free text.</param>
    /// <remarks>
    /// Found are eight or nine digits, also when dots, spaces or dashes stand between them. Kept are numbers that fail the check, the parts of a longer number without a gap,
    /// a date written with separators and a telephone number of ten digits or with a country code: one in eleven of those would pass the check by chance.
    /// </remarks>
    public static RedactedText Redact(string text)
    {
        var (result, copied, count) = (new StringBuilder(text.Length), 0, 0);
        foreach (Match run in Runs().Matches(text))
        {
            if (IsTelephoneNumber(run.Value))
            {
                continue;
            }

            foreach (var (start, length) in NumbersIn(run.Value))
            {
                result.Append(text, copied, run.Index + start - copied).Append(Replacement);
                copied = run.Index + start + length;
                count++;
            }
        }

        return new(result.Append(text, copied, text.Length - copied).ToString(), count);
    }

    static IEnumerable<(int Start, int Length)> NumbersIn(string run)
    {
        var groups = Groups().Matches(run);
        for (var first = 0; first < groups.Count; first++)
        {
            if (LongestFrom(run, groups, first) is { } last)
            {
                yield return (groups[first].Index, groups[last].Index + groups[last].Length - groups[first].Index);
                first = last;
            }
        }
    }

    /// <summary>The last group of the longest number that begins with a group: nine digits that pass are not eight digits and a rest.</summary>
    static int? LongestFrom(string run, MatchCollection groups, int first)
    {
        var (digits, longest) = ("", (int?)null);
        for (var last = first; last < groups.Count && digits.Length + groups[last].Length <= 9; last++)
        {
            digits += groups[last].Value;
            var written = run.AsSpan(groups[first].Index..(groups[last].Index + groups[last].Length));
            longest = Bsn.IsValid(digits) && !Date().IsMatch(written) ? last : longest;
        }

        return longest;
    }

    static bool IsTelephoneNumber(string run) => run.Count(char.IsDigit) is var digits
        && ((digits == 10 && run is ['0', >= '1' and <= '9', ..]) || (digits > 9 && run[0] == '+'));

    /// <summary>Digits with at most three separators between two of them: dots, spaces (also unbreakable ones), dashes of every length.</summary>
    [GeneratedRegex(@"\+?\d(?:[.\p{Zs}\p{Pd}]{0,3}\d)+")]
    private static partial Regex Runs();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Groups();

    [GeneratedRegex(@"^((0?[1-9]|[12]\d|3[01])[-. ](0[1-9]|1[0-2])[-. ](19|20)\d\d|(19|20)\d\d[-. ](0[1-9]|1[0-2])[-. ](0[1-9]|[12]\d|3[01]))$")]
    private static partial Regex Date();
}
