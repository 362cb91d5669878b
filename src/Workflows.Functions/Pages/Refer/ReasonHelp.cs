using Workflows.Referrals.Pathways;
using Workflows.Referrals.Vocabulary;

namespace Workflows.Functions.Pages.Refer;

/// <summary>A reason on the form, and what welfare can do then.</summary>
/// <param name="Code">The ICPC-1 code.</param>
/// <param name="Text">What it is called.</param>
/// <param name="Helps">Which needs may lie behind it, and what may meet each.</param>
public sealed record ReasonHelp(string Code, LocalText Text, IReadOnlyList<NeedHelp> Helps)
{
    /// <summary>Under which code a practice gives loneliness, for which ICPC-1 has none of its own: it is a social problem behind which lie contact and belonging.</summary>
    public const string Loneliness = "Z04";

    /// <summary>The reasons that a practice can give, the one that this is for first; what a practice does itself (the procedure Z68) is none.</summary>
    public static IReadOnlyList<ReasonHelp> All { get; } =
    [
        .. WelfareVocabulary.Reasons
            .Select(reason => new ReasonHelp(reason.Id, reason.Text, [.. WelfareVocabulary.NeedsBehind(reason.Id).Select(NeedHelp.Of)]))
            .Where(reason => reason.Helps.Count > 0)
            .OrderBy(reason => reason.Code != Loneliness),
    ];

    /// <summary>Where the suggestions come from, each once.</summary>
    public static IReadOnlyList<VocabularyTerm> Sources { get; } = [.. All.SelectMany(reason => reason.Helps).SelectMany(help => help.Sources).DistinctBy(source => source.Id)];
}

/// <summary>A need, and what may meet it.</summary>
/// <param name="Need">What the client may need.</param>
/// <param name="Arrangements">What the welfare worker may arrange.</param>
/// <param name="Sources">Who says so.</param>
public sealed record NeedHelp(LocalText Need, IReadOnlyList<LocalText> Arrangements, IReadOnlyList<VocabularyTerm> Sources)
{
    internal static NeedHelp Of(Suggestion need)
    {
        var arrangements = WelfareVocabulary.ArrangementsFor(need.Term.Id);
        return new(
            need.Term.Text,
            [.. arrangements.Select(arrangement => arrangement.Term.Text)],
            [.. arrangements.Select(arrangement => arrangement.Source).Prepend(need.Source).DistinctBy(source => source.Id)]);
    }
}
