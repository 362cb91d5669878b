using System.Text.Json;
using Workflows.Functions.Commands;
using Workflows.Functions.Intake;
using Workflows.Functions.Problems;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Commands;

public sealed class Every_command
{
    /// <summary>The commands that somebody other than the process may give.</summary>
    static readonly IReadOnlyList<string> Names = [.. Transitions.All.Where(line => line.By.Any(role => role != Role.Process)).Select(line => line.Name)];

    public static TheoryData<string> OfPeople => [.. Names];

    [Theory, MemberData(nameof(OfPeople))]
    public void Of_people_is_read_or_what_it_lacks_is_named(string name)
    {
        var errors = new FieldErrors();
        var command = new CommandReader(JsonFields.Of(JsonElement.Parse("{}"), "", errors)!, "1", Pathway.Default, new(2026, 4, 13), errors).Read(name);

        Assert.True(command is null == errors.Any, name);
    }

    [Fact]
    public void Of_people_stands_in_the_contract()
    {
        var names = JsonElement.Parse(OpenApiFunction.Document)
            .GetProperty("paths").GetProperty("/api/referrals/{id}/commands/{command}").GetProperty("parameters")[1].GetProperty("schema").GetProperty("enum");

        Assert.Equal(Names.Order(), names.EnumerateArray().Select(name => name.GetString()!).Order());
    }

    [Theory, MemberData(nameof(OfPeople))]
    public void Asks_for_the_fields_that_the_contract_asks_for(string name)
    {
        var errors = new FieldErrors();
        new CommandReader(JsonFields.Of(JsonElement.Parse("{}"), "", errors)!, "1", Pathway.Default, new(2026, 4, 13), errors).Read(name);
        var body = JsonElement.Parse(OpenApiFunction.Document)
            .GetProperty("components").GetProperty("schemas").GetProperty("Commands").GetProperty("properties").GetProperty(name);

        Assert.Equal(
            errors.All.Select(error => error.Pointer).Order(),
            body.TryGetProperty("required", out var required) ? required.EnumerateArray().Select(field => $"/{field.GetString()}").Order() : []);
    }

    [Theory, MemberData(nameof(OfPeople))]
    public void Knows_the_fields_and_the_words_that_stand_in_the_contract(string name)
    {
        var body = JsonElement.Parse(OpenApiFunction.Document)
            .GetProperty("components").GetProperty("schemas").GetProperty("Commands").GetProperty("properties").GetProperty(name);
        foreach (var field in body.TryGetProperty("properties", out var fields) ? fields.EnumerateObject().ToArray() : [])
        {
            foreach (var word in field.Value.TryGetProperty("enum", out var words) ? words.EnumerateArray().ToArray() : [default])
            {
                var errors = new FieldErrors();
                var sent = JsonSerializer.SerializeToElement(new Dictionary<string, object?> { [field.Name] = word.ValueKind is JsonValueKind.Undefined ? null : word });
                new CommandReader(JsonFields.Of(sent, "", errors)!, "1", Pathway.Default, new(2026, 4, 13), errors).Read(name);
                Assert.DoesNotContain(errors.All, error => error.Pointer == $"/{field.Name}" && error.Rule != FieldRules.Required);
            }
        }
    }

    [Theory]
    [InlineData(3, null)]
    [InlineData(2, "/lines")]
    public void Tells_the_GP_in_as_many_lines_as_the_pathway_has(int most, string? refused)
    {
        var errors = new FieldErrors();
        var pathway = Pathway.Default with { Feedback = Pathway.Default.Feedback with { MaxLines = most } };

        new CommandReader(JsonFields.Of(JsonElement.Parse("""{ "lines": ["Een.", "Twee.", "Drie."] }"""), "", errors)!, "1", pathway, new(2026, 4, 13), errors).Read("give-interim-feedback");

        Assert.Equal(refused, errors.All.SingleOrDefault()?.Pointer);
    }

    [Fact]
    public void Keeps_lines_that_quote_a_number_as_they_are_and_takes_a_citizen_number_out()
    {
        var (_, sections) = Given.Read("give-interim-feedback", """{ "lines": ["Ze zei: \"1946 was een mooi jaar.\"", "BSN 111222333"] }""");

        Assert.Equal(["Ze zei: \"1946 was een mooi jaar.\"", "BSN [BSN verwijderd]"], JsonSerializer.Deserialize<string[]>(Assert.Single(sections).Value)!);
    }

    [Fact]
    public void To_merge_names_the_referral_that_goes_on() =>
        Assert.Equal(new Workflows.Referrals.Commands.Merge("first"), Given.Read("merge", """{ "into": "first" }""").Command);
}
