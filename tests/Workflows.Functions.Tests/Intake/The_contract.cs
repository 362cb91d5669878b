using System.Text.Json;
using Workflows.Functions.Insights.Reports;
using Workflows.Functions.Insights.Stories;
using Workflows.Functions.Intake;
using Workflows.Functions.Messages;
using Workflows.Functions.Referrals;

namespace Workflows.Functions.Tests.Intake;

public sealed class The_contract
{
    static readonly JsonElement Document = JsonDocument.Parse(OpenApiFunction.Document).RootElement;

    [Fact]
    public void It_is_openapi_3_1() => Assert.Equal("3.1.0", Document.GetProperty("openapi").GetString());

    [Fact]
    public void Every_function_of_the_api_stands_in_it()
    {
        var functions =
            from function in HttpFunctions.All
            where function.Trigger.Route!.StartsWith("api/", StringComparison.Ordinal)
            from method in function.Trigger.Methods!
            from path in Paths("/" + function.Trigger.Route)
            select $"{method.ToUpperInvariant()} {path}";

        Assert.NotEmpty(functions);
        Assert.Empty(functions.Except(Operations()));
    }

    [Fact]
    public void Every_path_in_it_has_a_function()
    {
        var functions =
            from function in HttpFunctions.All
            from method in function.Trigger.Methods!
            from path in Paths("/" + function.Trigger.Route)
            select $"{method.ToUpperInvariant()} {path}";

        Assert.Empty(Operations().Except(functions));
    }

    [Fact]
    public void Every_reference_in_it_leads_somewhere()
    {
        foreach (var reference in References(Document))
        {
            var found = reference.Split('/')[1..].Aggregate((JsonElement?)Document, (node, name) => node is { } element && element.TryGetProperty(name, out var child) ? child : null);
            Assert.True(found is not null, reference);
        }
    }

    [Fact]
    public void It_asks_of_a_submission_what_the_reader_asks()
    {
        var schema = Document.GetProperty("components").GetProperty("schemas").GetProperty("Submission");

        Assert.Equal(Submitted.Body.Select(field => field.Key).Order(), schema.GetProperty("properties").EnumerateObject().Select(field => field.Name).Order());
        foreach (var name in schema.GetProperty("required").EnumerateArray().Select(field => field.GetString()!))
        {
            Assert.StartsWith($"/{name} ", Assert.Single(Submitted.Refused(Submitted.With($"/{name}", null))), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Summary", typeof(ReferralView))]
    [InlineData("Message", typeof(ThreadMessage))]
    [InlineData("Report", typeof(ReportView))]
    [InlineData("Figure", typeof(FigureView))]
    [InlineData("Story", typeof(StandingStory))]
    public void It_shows_of_an_answer_what_the_answer_holds(string schema, Type answer)
    {
        var shown = Document.GetProperty("components").GetProperty("schemas").GetProperty(schema).GetProperty("properties").EnumerateObject().Select(field => field.Name);

        Assert.Equal(answer.GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).Order(), shown.Order());
    }

    /// <summary>An optional last part of a route is two paths in a document.</summary>
    static string[] Paths(string route) =>
        route.EndsWith("?}", StringComparison.Ordinal) ? [route[..route.LastIndexOf('/')], route.Replace("?}", "}", StringComparison.Ordinal)] : [route];

    static HashSet<string> Operations() =>
    [
        .. from path in Document.GetProperty("paths").EnumerateObject()
           from operation in path.Value.EnumerateObject()
           where operation.Name is "get" or "put" or "post" or "delete"
           select $"{operation.Name.ToUpperInvariant()} {path.Name}",
    ];

    static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member.Name == "$ref" ? [member.Value.GetString()!] : References(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
