using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Workflows.Functions.Problems;

namespace Workflows.Functions.Tests.Problems;

public sealed class When_a_problem_is_answered
{
    [Fact]
    public async Task It_is_a_problem_document_that_names_every_wrong_field()
    {
        var (response, document) = await Answered(Invalid(), "en");

        Assert.Equal(422, response.StatusCode);
        Assert.Equal("application/problem+json", response.ContentType);
        Assert.Equal("/problems/invalid-content", document.GetProperty("type").GetString());
        Assert.Equal(422, document.GetProperty("status").GetInt32());
        Assert.Equal(
            [("/client/phone", "phone-malformed", "A number in E.164, such as +31612345678."), ("/question", "too-long", "At most 2000 characters.")],
            document.GetProperty("errors").EnumerateArray().Select(error =>
                (error.GetProperty("pointer").GetString(), error.GetProperty("code").GetString(), error.GetProperty("detail").GetString())));
    }

    [Theory]
    [InlineData(null, "nl")]
    [InlineData("", "nl")]
    [InlineData("fr", "nl")]
    [InlineData("en", "en")]
    [InlineData("en-GB,en;q=0.9", "en")]
    [InlineData("nl-BE, en;q=0.8", "nl")]
    [InlineData("fr, en;q=0.5, nl;q=0.4", "en")]
    [InlineData("en;q=0, nl;q=0.1", "nl")]
    [InlineData("en;q=0", "nl")]
    [InlineData(";;;q=nonsense,,", "nl")]
    public async Task It_speaks_the_language_that_was_asked_for_and_else_Dutch(string? acceptLanguage, string language)
    {
        var (response, document) = await Answered(Invalid(), acceptLanguage);

        Assert.Equal(language, response.Headers.ContentLanguage);
        Assert.Equal(language == "en" ? "Not every field is right" : "Niet alle velden kloppen", document.GetProperty("title").GetString());
        Assert.Contains("Accept-Language", response.Headers.Vary.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_caller_is_told_how_to_prove_who_it_is() =>
        Assert.Equal("Bearer", (await Answered(Problem.Of(ProblemKind.Unauthenticated), "nl")).Response.Headers.WWWAuthenticate);

    [Fact]
    public async Task A_sentence_without_values_may_hold_braces()
    {
        var problem = Problem.Of(ProblemKind.Conflict) with { Detail = new("{ niets }", "{ nothing }") };

        Assert.Equal("{ nothing }", (await Answered(problem, "en")).Document.GetProperty("detail").GetString());
    }

    [Fact]
    public void No_more_than_a_hundred_errors_are_named()
    {
        var errors = new FieldErrors();
        for (var i = 0; i < 500; i++)
        {
            errors.Add($"/reasons/{i}", FieldRules.Required);
        }

        Assert.Equal(100, errors.All.Count);
    }

    static Problem Invalid()
    {
        var errors = new FieldErrors();
        errors.Add("/client/phone", FieldRules.Phone);
        errors.Add("/question", FieldRules.TooLong, 2000);
        return Problem.With(errors);
    }

    static async Task<(HttpResponse Response, JsonElement Document)> Answered(Problem problem, string? acceptLanguage)
    {
        var context = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        context.Request.Headers.AcceptLanguage = acceptLanguage;
        await problem.ExecuteAsync(context);
        context.Response.Body.Position = 0;
        return (context.Response, (await JsonDocument.ParseAsync(context.Response.Body)).RootElement);
    }
}
