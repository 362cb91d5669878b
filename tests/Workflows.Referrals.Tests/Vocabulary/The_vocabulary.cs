using Workflows.Referrals.Timeline;
using Workflows.Referrals.Vocabulary;

namespace Workflows.Referrals.Tests.Vocabulary;

public sealed class The_vocabulary
{
    [Fact]
    public void Knows_the_reasons_of_the_trade()
    {
        string[] codes =
            ["Z01", "Z03", "Z04", "Z05", "Z06", "Z12", "Z14", "Z15", "Z16", "Z18", "Z20", "Z22", "Z23", "Z24", "Z28", "Z29", "P01", "P02", "P03", "P06", "P29", "P74", "P76", "P78", "A04", "Z68"];

        Assert.Equal(codes, WelfareVocabulary.Reasons.Select(reason => reason.Id));
    }

    [Fact]
    public void Reads_from_reason_to_need_to_arrangement()
    {
        Assert.Equal(["grief", "contact"], WelfareVocabulary.NeedsBehind("Z15").Select(suggestion => suggestion.Term.Id));
        Assert.Contains("meeting", WelfareVocabulary.ArrangementsFor("contact").Select(suggestion => suggestion.Term.Id));
    }

    [Fact]
    public void Reads_from_arrangement_to_need_to_reason()
    {
        Assert.Contains("contact", WelfareVocabulary.NeedsMetBy(Arrangement.Meeting).Select(suggestion => suggestion.Term.Id));
        Assert.Contains("Z15", WelfareVocabulary.ReasonsFor("grief").Select(suggestion => suggestion.Term.Id));
    }

    [Fact]
    public void Says_the_same_in_both_directions_with_the_same_source()
    {
        Assert.All(WelfareVocabulary.Reasons, reason => Assert.All(WelfareVocabulary.NeedsBehind(reason.Id), need =>
            Assert.Contains(new Suggestion(reason, need.Source), WelfareVocabulary.ReasonsFor(need.Term.Id))));
        Assert.All(Enum.GetValues<Arrangement>(), arrangement => Assert.All(WelfareVocabulary.NeedsMetBy(arrangement), need =>
            Assert.Contains(need.Source, WelfareVocabulary.ArrangementsFor(need.Term.Id).Where(back => back.Term.Id == Code.Of(arrangement)).Select(back => back.Source))));
    }

    [Fact]
    public void Has_the_source_of_each_suggestion()
    {
        Suggestion[] suggestions =
            [.. WelfareVocabulary.Reasons.SelectMany(reason => WelfareVocabulary.NeedsBehind(reason.Id)), .. WelfareVocabulary.Needs.SelectMany(need => WelfareVocabulary.ArrangementsFor(need.Id))];

        Assert.NotEmpty(suggestions);
        Assert.All(suggestions, suggestion => Assert.NotEqual(suggestion.Source.Id, suggestion.Source.Text.En));
    }

    [Fact]
    public void Leads_from_every_reason_but_the_procedure_to_an_arrangement() =>
        Assert.Equal(
            ["Z68"],
            WelfareVocabulary.Reasons.Select(reason => reason.Id).Where(code =>
                !WelfareVocabulary.NeedsBehind(code).Any(need => WelfareVocabulary.ArrangementsFor(need.Term.Id).Count > 0)));

    [Fact]
    public void Names_the_arrangements_of_the_domain() =>
        Assert.Equal(Enum.GetValues<Arrangement>().Select(Code.Of), WelfareVocabulary.Arrangements.Select(arrangement => arrangement.Id));

    [Theory]
    [InlineData("X99")]
    [InlineData("Z15?")]
    [InlineData("eenzaam")]
    [InlineData("")]
    public void Shows_an_unmapped_code_as_it_is_and_never_drops_it(string code)
    {
        Assert.Equal(new(code, new(code, code)), WelfareVocabulary.Reason(code));
        Assert.Empty(WelfareVocabulary.NeedsBehind(code));
    }

    [Fact]
    public void Shows_a_subdivision_as_it_is_with_the_words_of_its_rubric()
    {
        var reason = WelfareVocabulary.Reason("Z15.01");

        Assert.Equal(("Z15.01", WelfareVocabulary.Reason("Z15").Text), (reason.Id, reason.Text));
        Assert.Equal(WelfareVocabulary.NeedsBehind("Z15"), WelfareVocabulary.NeedsBehind("Z15.01"));
    }

    [Fact]
    public void Gives_the_themes_for_which_a_worker_is_sought_each_once() =>
        Assert.Equal(["grief", "contact", "enjoyment", "meaning"], WelfareVocabulary.ThemesOf(["Z15", "P03", "X99"]));
}
