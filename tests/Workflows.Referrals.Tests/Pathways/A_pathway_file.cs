using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Workflows.Referrals.Pathways;

namespace Workflows.Referrals.Tests.Pathways;

public sealed class A_pathway_file
{
    static readonly string Written = PathwayFile.Write(Pathway.Default);

    static PathwayProblem TheProblem(string json) => Assert.Single(PathwayFile.Read(json).Problems);

    static string With(string part, string other)
    {
        Assert.Contains(part, Written, StringComparison.Ordinal);
        var at = Written.IndexOf(part, StringComparison.Ordinal);
        return string.Concat(Written.AsSpan(0, at), other, Written.AsSpan(at + part.Length));
    }

    static int LineOf(string part) => Written[..Written.IndexOf(part, StringComparison.Ordinal)].Count(character => character == '\n') + 1;

    public static TheoryData<Pathway> Shipped => [.. ShippedPathways.All];

    [Theory, MemberData(nameof(Shipped))]
    public void Is_exported_and_imported_without_loss(Pathway pathway) =>
        Assert.Equal(new PathwayReading(pathway, []), PathwayFile.Read(PathwayFile.Write(pathway)));

    [Fact]
    public void Is_refused_with_the_line_when_it_is_no_json()
    {
        var problem = TheProblem("{\n  \"id\": \"default\",\n  \"version\": oops\n}");

        Assert.Equal((3, "json"), (problem.Line, problem.Code));
    }

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("{ \"\\udc00\": 1 }")]
    [InlineData("")]
    [InlineData("// comment")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    public void Is_refused_and_not_fallen_over_when_it_is_no_json_in_a_way_that_few_think_of(string json) => Assert.Equal("json", TheProblem(json).Code);

    /// <summary>Found by the property below.</summary>
    [Fact]
    public void Is_refused_and_not_fallen_over_when_it_holds_half_a_character() => Assert.Equal("type", TheProblem("\"\ud800\"").Code);

    [Fact]
    public void Gives_a_pathway_or_problems_whatever_is_changed_in_it() =>
        Prop.ForAll(
            Gen.Choose(0, Written.Length - 1).ToArbitrary(),
            Gen.Choose(0, 12).ToArbitrary(),
            Gen.Elements("", "\"", "{", "}", "[", "]", ",", "null", "1e999", "-1", "\"\\ud800\"", "\ud800", "é", "\n", "3 wd", "\0").ToArbitrary(),
            (at, length, other) =>
            {
                var reading = PathwayFile.Read(string.Concat(Written.AsSpan(0, at), other, Written.AsSpan(Math.Min(at + length, Written.Length))));
                return (reading.Pathway is null) == (reading.Problems.Count > 0) && reading.Problems.All(problem => problem.Line >= 1);
            }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("\"2 wd\"", "\"2 fortnights\"", "/offer/respond", "form")]
    [InlineData("\"2 wd\"", "2", "/offer/respond", "type")]
    [InlineData("\"2 wd\"", "null", "/offer/respond", "type")]
    [InlineData("\"2 wd\"", "\"2 wd\\n\"", "/offer/respond", "form")]
    [InlineData("\"candidates\": 3", "\"candidates\": 0", "/offer/candidates", "too-small")]
    [InlineData("\"candidates\": 3", "\"candidates\": 2.5", "/offer/candidates", "type")]
    [InlineData("\"candidates\": 3", "\"candidate\": 3, \"candidates\": 3", "/offer/candidate", "unknown")]
    [InlineData("\"candidates\": 3", "\"candidates\": 3, \"candidates\": 4", "/offer/candidates", "repeated")]
    [InlineData("\"maxLines\": 5", "\"maxLines\": 6", "/feedback/maxLines", "too-large")]
    [InlineData("\"progress\",", "\"middle\",", "/feedback/moments/2", "choice")]
    [InlineData("\"progress\",", "1e999,", "/feedback/moments/2", "choice")]
    [InlineData("\"progress\",", "null,", "/feedback/moments/2", "choice")]
    [InlineData("\"started\",", "\"accepted\",", "/feedback/moments/1", "repeated")]
    [InlineData("\"closingDays\": []", "\"closingDays\": [\"2026-02-29\"]", "/closingDays/0", "form")]
    [InlineData("\"6 weeks\"", "\"14 days\"", "/support/remindAfter/1", "order")]
    [InlineData("\"6 weeks\"", "\"1 week\"", "/support/remindAfter/1", "order")]
    [InlineData("\"respond\": \"2 wd\",\n    \"remindAfter\": \"1 wd\"", "\"respond\": \"2 wd\",\n    \"remindAfter\": \"3 wd\"", "/offer/respond", "order")]
    [InlineData("\"eraseAfter\": \"24 months\"", "\"eraseAfter\": \"12 months\"", "/retention/eraseAfter", "order")]
    [InlineData("\"ageBelow\": 18", "\"ageBelow\": 18, \"ageFrom\": 18", "/targetGroup/0/ageFrom", "never")]
    [InlineData("\"who-5\"", "\"phq-9\"", "/instruments/2", "unknown-instrument")]
    [InlineData("Welzijn op Recept", "Welzijn op Recept, bel 06-12345678", "/name/nl", "personal-data")]
    [InlineData("Welzijn op Recept", "Welzijn op Recept van anna@welzijn.example", "/name/nl", "personal-data")]
    [InlineData("Welzijn op Recept", "Welzijn op Recept 111222333", "/name/nl", "personal-data")]
    public void Is_refused_with_line_pointer_and_reason(string part, string other, string pointer, string code)
    {
        var problem = TheProblem(With(part, other));

        Assert.Equal((LineOf(part), pointer, code), (problem.Line, problem.Pointer, problem.Code));
        Assert.NotEqual(problem.Detail.Nl, problem.Detail.En);
    }

    [Fact]
    public void Says_what_is_missing_at_the_line_of_what_lacks_it()
    {
        var problem = TheProblem(With("\"respond\": \"2 wd\",", ""));

        Assert.Equal((LineOf("\"offer\""), "/offer/respond", "required"), (problem.Line, problem.Pointer, problem.Code));
    }

    [Fact]
    public void Says_what_is_accepted() =>
        Assert.Equal(
            $"line {LineOf("\"2 wd\"")}, /offer/respond: This does not fit. Accepted: a whole number from 1 to 1000, a space, and wd, days, weeks, months or years, such as \"2 wd\" or \"6 weeks\".",
            TheProblem(With("\"2 wd\"", "\"soon\"")).ToString());

    [Fact]
    public void Names_all_its_problems_in_the_order_of_the_lines()
    {
        var problems = PathwayFile.Read("""
            {
              "id": "Default!",
              "version": 0,
              "surprise": true
            }
            """).Problems;

        Assert.Equal(["/name", "/offer"], problems.Where(problem => problem.Line == 1).Select(problem => problem.Pointer).Take(2));
        Assert.Equal([(2, "/id"), (3, "/version"), (4, "/surprise")], problems.Where(problem => problem.Line > 1).Select(problem => (problem.Line, problem.Pointer)));
    }

    [Fact]
    public void Knows_the_instruments_that_are_plugged_in() =>
        Assert.Empty(PathwayFile.Read(With("\"who-5\"", "\"phq-9\""), "phq-9").Problems);

    [Fact]
    public void Is_not_written_when_a_text_holds_personal_data() =>
        Assert.Throws<ArgumentException>(() => PathwayFile.Write(Pathway.Default with { Name = new("Van Ria, 3011 ED", "Ria's") }));

    [Fact]
    public void Has_a_schema_of_which_every_keyword_is_checked()
    {
        using var schema = JsonDocument.Parse(PathwayFile.Schema);
        string[] prose = ["$schema", "$id", "title", "description", "x-description-nl", "$defs"];

        Assert.Empty(Keywords(schema.RootElement).Except([.. JsonSchema.Keywords, .. prose]));

        static IEnumerable<string> Keywords(JsonElement schema) => schema.EnumerateObject().SelectMany(keyword => keyword.Name switch
        {
            "properties" or "$defs" => keyword.Value.EnumerateObject().SelectMany(named => Keywords(named.Value)).Prepend(keyword.Name),
            "items" => Keywords(keyword.Value).Prepend(keyword.Name),
            _ => [keyword.Name],
        });
    }
}
