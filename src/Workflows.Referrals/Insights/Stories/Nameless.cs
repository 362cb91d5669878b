using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Workflows.Referrals.Insights.Stories;

/// <summary>Takes names out of a story before others read it. A help for the coordinator, who reads it first: nobody knows all that a person can be recognised by.</summary>
public static partial class Nameless
{
    /// <summary>What stands in the place of a name.</summary>
    public const string Replacement = "[naam]";

    /// <summary>Words that stand before Dutch family names and in every other sentence.</summary>
    static readonly HashSet<string> Particles = [.. "AAN BIJ DE DEN DER DES DR DRS EN HET IN MEVR MEVROUW MW MR MENEER OP TE TEN TER TOT UIT VAN VOOR".Split(' ')];

    /// <summary>The story without the words of these names, however they are written: in capitals, without accents or with an s behind.</summary>
    /// <param name="story">What somebody told.</param>
    /// <param name="names">Names of the people it may be about, each with all its words.</param>
    public static string Of(string story, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(names);
        var known = names.SelectMany(name => Words().Matches(name)).Select(word => Plain(word.Value)).Where(word => word.Length > 1 && !Particles.Contains(word)).ToHashSet();
        return Words().Replace(story, word => Plain(word.Value) is var plain && (known.Contains(plain) || plain.EndsWith('S') && known.Contains(plain.TrimEnd('\'', 'S'))) ? Replacement : word.Value);
    }

    /// <summary>In capitals, without accents; of apostrophes one kind.</summary>
    static string Plain(string word) => string.Concat(word.Normalize(NormalizationForm.FormD)
        .Where(character => CharUnicodeInfo.GetUnicodeCategory(character) is not UnicodeCategory.NonSpacingMark)
        .Select(character => character is '’' ? '\'' : char.ToUpperInvariant(character)));

    /// <summary>Letters with their accents, and an apostrophe between them.</summary>
    [GeneratedRegex(@"[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*")]
    private static partial Regex Words();
}
