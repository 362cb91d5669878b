using System.Text.Json;
using System.Text.RegularExpressions;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Vocabulary;

/// <summary>What the GP writes (reasons, ICPC-1), what the client needs and what the welfare worker arranges: read in both directions, every suggestion with its source.</summary>
/// <remarks>The words are data, in <c>vocabulary.json</c>. Suggestions help to talk; nothing is decided by them.</remarks>
public static partial class WelfareVocabulary
{
    static readonly VocabularyFile File = Read();

    /// <summary>The reasons that are known.</summary>
    public static ValueList<VocabularyTerm> Reasons => File.Reasons;

    /// <summary>The needs. They are also the themes in which workers are at home.</summary>
    public static ValueList<VocabularyTerm> Needs => File.Needs;

    /// <summary>The arrangements; their ids are the codes of <see cref="Arrangement"/>.</summary>
    public static ValueList<VocabularyTerm> Arrangements => File.Arrangements;

    /// <summary>A reason as it is shown: a code with a subdivision has the words of its rubric, and a code that is not known is shown as it is.</summary>
    /// <param name="code">The code as it came in.</param>
    public static VocabularyTerm Reason(string code) =>
        File.Reasons.FirstOrDefault(reason => reason.Id == Rubric(code)) is { } known
            ? known with { Id = code }
            : new(code, new(code, code));

    /// <summary>The needs that may lie behind a reason; none for a code that is not known.</summary>
    /// <param name="code">An ICPC-1 code, with or without subdivision.</param>
    public static ValueList<Suggestion> NeedsBehind(string code) => Forward(File.NeedsOfReasons, Rubric(code), File.Needs);

    /// <summary>The reasons that may point to a need.</summary>
    /// <param name="need">The need's id.</param>
    public static ValueList<Suggestion> ReasonsFor(string need) => Backward(File.NeedsOfReasons, need, File.Reasons);

    /// <summary>The arrangements that may meet a need.</summary>
    /// <param name="need">The need's id.</param>
    public static ValueList<Suggestion> ArrangementsFor(string need) => Forward(File.ArrangementsForNeeds, need, File.Arrangements);

    /// <summary>The needs that an arrangement may meet.</summary>
    /// <param name="arrangement">The arrangement.</param>
    public static ValueList<Suggestion> NeedsMetBy(Arrangement arrangement) => Backward(File.ArrangementsForNeeds, Code.Of(arrangement), File.Needs);

    /// <summary>The needs behind several reasons, each once, in the order in which they are found: the themes for which a worker is sought.</summary>
    /// <param name="codes">ICPC-1 codes.</param>
    public static ValueList<string> ThemesOf(ValueList<string> codes) =>
        [.. codes.SelectMany(NeedsBehind).Select(suggestion => suggestion.Term.Id).Distinct()];

    /// <summary>The rubric of a code: Z15 of Z15.01. Anything else is left as it is.</summary>
    internal static string Rubric(string code) => Subdivided().IsMatch(code) ? code[..3] : code;

    static ValueList<Suggestion> Forward(ValueList<Link> links, string from, ValueList<VocabularyTerm> words) =>
        [.. links.Where(link => link.From == from).Select(link => new Suggestion(Word(words, link.To), Word(File.Sources, link.Source)))];

    static ValueList<Suggestion> Backward(ValueList<Link> links, string to, ValueList<VocabularyTerm> words) =>
        [.. links.Where(link => link.To == to).Select(link => new Suggestion(Word(words, link.From), Word(File.Sources, link.Source)))];

    static VocabularyTerm Word(ValueList<VocabularyTerm> words, string id) => words.First(word => word.Id == id);

    static VocabularyFile Read()
    {
        using var json = typeof(WelfareVocabulary).Assembly.GetManifestResourceStream("Vocabulary/vocabulary.json")!;
        return JsonSerializer.Deserialize<VocabularyFile>(json, JsonSerializerOptions.Web)!;
    }

    [GeneratedRegex(@"^[A-Z][0-9]{2}\.[0-9]{2}\z")]
    private static partial Regex Subdivided();
}
