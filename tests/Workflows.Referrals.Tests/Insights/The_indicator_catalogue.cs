using System.Text.Json;
using Workflows.Referrals.Insights;
using Workflows.Referrals.Pathways;

namespace Workflows.Referrals.Tests.Insights;

public sealed class The_indicator_catalogue
{
    static readonly IndicatorCatalogue Catalogue = IndicatorCatalogue.Current;

    [Theory]
    [InlineData("referrals")]
    [InlineData("reach")]
    [InlineData("days-to-first-contact")]
    [InlineData("accepted")]
    [InlineData("handover-held")]
    [InlineData("started")]
    [InlineData("attended")]
    [InlineData("completed")]
    [InlineData("reasons-not-started")]
    [InlineData("reasons-stopped")]
    [InlineData("feedback-given")]
    [InlineData("days-to-feedback")]
    [InlineData("change-participation")]
    [InlineData("change-loneliness")]
    [InlineData("change-well-being")]
    [InlineData("change-own-goal")]
    [InlineData("change-gp-visits")]
    [InlineData("satisfaction")]
    [InlineData("still-active-24")]
    [InlineData("shift-of-line")]
    [InlineData("bus-factor-referrer")]
    [InlineData("bus-factor-worker")]
    [InlineData("unmet-need")]
    public void Defines_what_everybody_has_to_see(string id) => Assert.NotNull(Catalogue.Find(id));

    [Fact]
    public void Says_in_two_languages_what_is_counted_out_of_what() => Assert.All(Catalogue.Indicators, indicator =>
    {
        Assert.All([indicator.Name, indicator.Numerator, indicator.Denominator], text => Assert.NotEqual(text.Nl, text.En));
        Assert.NotNull(Catalogue.SourceOf(indicator));
    });

    [Fact]
    public void Counts_out_of_all_referred_unless_it_says_otherwise() => Assert.Equal(
        ["bus-factor-worker", "reach", "referrals", "still-active-12", "still-active-24", "still-active-3", "still-active-6"],
        Catalogue.Indicators.Where(indicator => indicator.Denominator.En != "all referrals of the period").Select(indicator => indicator.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void Labels_every_change_as_before_and_after() =>
        Assert.All(Catalogue.Indicators.Where(indicator => indicator.Kind is FigureKind.Change), indicator => Assert.Equal(Design.BeforeAndAfter, indicator.Design));

    [Theory]
    [InlineData("\"version\": 1,\n  \"sources\"", "\"sources\"", "/version")]
    [InlineData("\"unit\": \"days\"", "\"unit\": \"weeks\"", "/indicators/2/unit")]
    [InlineData("\"design\": \"description\", ", "", "/indicators/0/design")]
    [InlineData("\"id\": \"reach\"", "\"id\": \"referrals\"", "/indicators/1/id")]
    [InlineData("\"source\": \"who-5\"", "\"source\": \"who-6\"", "/indicators/20/source")]
    [InlineData("\"unit\": \"points\", \"better\": \"higher\"", "\"unit\": \"points\"", "/indicators/13/better")]
    public void Is_refused_with_the_place_when_it_is_wrong(string part, string other, string pointer)
    {
        var text = JsonText();
        var at = text.IndexOf(part, StringComparison.Ordinal);
        Assert.True(at >= 0, part);

        var refused = Assert.Throws<InvalidDataException>(() => IndicatorCatalogue.Read(string.Concat(text.AsSpan(0, at), other, text.AsSpan(at + part.Length))));

        Assert.StartsWith(pointer + ":", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Has_a_schema_of_which_every_keyword_is_checked()
    {
        using var schema = JsonDocument.Parse(IndicatorCatalogue.Schema);
        string[] prose = ["$schema", "$id", "title", "description", "x-description-nl", "$defs"];

        Assert.Empty(Keywords(schema.RootElement).Except([.. JsonSchema.Keywords, .. prose]));

        static IEnumerable<string> Keywords(JsonElement schema) => schema.EnumerateObject().SelectMany(keyword => keyword.Name switch
        {
            "properties" or "$defs" => keyword.Value.EnumerateObject().SelectMany(named => Keywords(named.Value)).Prepend(keyword.Name),
            "items" => Keywords(keyword.Value).Prepend(keyword.Name),
            _ => [keyword.Name],
        });
    }

    static string JsonText()
    {
        using var stream = new StreamReader(typeof(IndicatorCatalogue).Assembly.GetManifestResourceStream("Insights/indicators.json")!);
        return stream.ReadToEnd();
    }
}
