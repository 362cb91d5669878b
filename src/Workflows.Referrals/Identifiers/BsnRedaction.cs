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
    /// Found are eight or nine digits, also when dots, spaces, dashes, slashes or what nobody sees stand between them, or zeros before them. Kept are numbers that fail the check, the parts of a longer
    /// number without a gap, a date written with separators and a telephone number of ten digits or with a country code: one in eleven of those would pass the check by chance.
    /// </remarks>
    public static RedactedText Redact(string text)
    {
        var (result, copied, count) = (new StringBuilder(text.Length), 0, 0);
        foreach (Match run in Runs().Matches(text))
        {
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
        for (var first = TelephoneGroups(run, groups); first < groups.Count; first++)
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
        if (groups[first].Value is { Length: > 9 } padded && Bsn.IsValid(padded.TrimStart('0')))
        {
            return first;
        }

        var (digits, longest) = ("", (int?)null);
        for (var last = first; last < groups.Count && digits.Length + groups[last].Length <= 9; last++)
        {
            digits += groups[last].Value;
            var written = run.AsSpan(groups[first].Index..(groups[last].Index + groups[last].Length));
            longest = Bsn.IsValid(digits) && !Date().IsMatch(written) ? last : longest;
        }

        return longest;
    }

    /// <summary>How many groups at the beginning are a telephone number: of ten digits when the run is nothing else, or with a country code (E.164: at most fifteen digits).</summary>
    static int TelephoneGroups(string run, MatchCollection groups)
    {
        if (run is ['0', >= '1' and <= '9', ..] && groups.Sum(group => group.Length) == 10)
        {
            return groups.Count;
        }

        var (digits, telephone) = (0, 0);
        for (var group = 0; run[0] == '+' && group < groups.Count && (digits += groups[group].Length) <= 15; group++)
        {
            telephone = digits > 9 ? group + 1 : 0;
        }

        return telephone;
    }

    /// <summary>Digits with at most three separators between two of them: dots, spaces (also unbreakable ones), dashes of every length, slashes, and characters that nobody sees.</summary>
    [GeneratedRegex(@"\+?\d(?:[./_|·'\p{Zs}\p{Pd}\p{Cf}\p{Mn}]{0,3}\d)+")]
    private static partial Regex Runs();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Groups();

    [GeneratedRegex(@"^((0?[1-9]|[12]\d|3[01])[-./ ](0[1-9]|1[0-2])[-./ ](19|20)\d\d|(19|20)\d\d[-./ ](0[1-9]|1[0-2])[-./ ](0[1-9]|[12]\d|3[01]))$")]
    private static partial Regex Date();
}
