using System.Text.RegularExpressions;
using System.Xml.Linq;
using Workflows.Functions.Pages;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Pages;

public sealed partial class The_words_of_the_pages
{
    static readonly string Root = Path.Combine(Settings.AppSettings.Root, "src/Workflows.Functions/Pages");

    public static TheoryData<string> Folders => [.. System.IO.Directory.GetFiles(Root, "Texts.resx", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Root, Path.GetDirectoryName(file)!))];

    public static TheoryData<string> Components => [.. System.IO.Directory.GetFiles(Root, "*.razor", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Root, file))];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_text_is_there_in_both_languages(string folder)
    {
        var (dutch, english) = (Read(folder, "Texts.resx"), Read(folder, "Texts.en.resx"));

        Assert.NotEmpty(dutch);
        Assert.Equal(dutch.Keys.Order(), english.Keys.Order());
        Assert.All(dutch, text => Assert.Equal(Places(text.Value), Places(english[text.Key])));
        Assert.All(dutch.Concat(english), text => Assert.False(string.IsNullOrWhiteSpace(text.Value), text.Key));
    }

    [Theory]
    [MemberData(nameof(Components))]
    public void A_component_asks_only_for_texts_of_its_own_folder(string component)
    {
        var known = Read(Path.GetDirectoryName(component)!, "Texts.resx");

        Assert.All(Asked().Matches(File.ReadAllText(Path.Combine(Root, component))), asked => Assert.Contains(asked.Groups[1].Value, known.Keys));
    }

    [Theory]
    [MemberData(nameof(Components))]
    public void A_component_has_no_words_of_its_own(string component)
    {
        var markup = File.ReadAllText(Path.Combine(Root, component));
        markup = Comment().Replace(markup, "");
        markup = CodeBlock().Replace(markup, "");

        Assert.DoesNotMatch(WordsBetweenTags(), markup);
        Assert.DoesNotMatch(WordsInAttribute(), markup);
    }

    [Fact]
    public void Every_status_deadline_and_role_has_one()
    {
        string[] names =
        [
            .. Enum.GetNames<ReferralStatus>().Select(name => $"Status.{name}"),
            .. Enum.GetNames<DeadlineKind>().Select(name => $"Deadline.{name}"),
            .. Enum.GetNames<Role>().Except([nameof(Role.System), nameof(Role.Process)]).Select(name => $"Role.{name}"),
        ];

        Assert.All(names, name => Assert.NotEqual(PageTexts.Of(typeof(Page), name, Language.Dutch), PageTexts.Of(typeof(Page), name, Language.English)));
    }

    static Dictionary<string, string> Read(string folder, string file) =>
        XDocument.Load(Path.Combine(Root, folder, file)).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    static string[] Places(string text) => [.. Place().Matches(text).Select(place => place.Value).Distinct().Order()];

    [GeneratedRegex(@"\{[0-9]+\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"(?<![A-Za-z])T\(""([^""]+)""[,)]")]
    private static partial Regex Asked();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^@code \{.*", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    /// <summary>Letters that start right after a tag, and are neither an expression nor a statement of C#.</summary>
    [GeneratedRegex(@"</?[a-z][^<>@]*>[ ]*[A-Za-z][a-z]+[^;{}()]*<", RegexOptions.Singleline)]
    private static partial Regex WordsBetweenTags();

    [GeneratedRegex(@"(?:aria-label|title|alt|placeholder)=""[A-Za-z]")]
    private static partial Regex WordsInAttribute();
}
