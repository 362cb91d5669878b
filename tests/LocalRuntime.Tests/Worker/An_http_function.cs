using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Tests.Worker;

public sealed class An_http_function : IAsyncLifetime
{
    AHost host = null!;

    public async Task InitializeAsync() => host = await AHost.Of<HttpFunctions>(app =>
    {
        app.Configuration["AzureFunctionsJobHost:extensions:http:routePrefix"] = "";
        app.Logging.ClearProviders();
    });

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Answers_at_its_name_when_it_has_no_route() => Assert.Equal("Hello you", await host.Http.GetStringAsync("/hello?who=you"));

    /// <summary>An empty route is none to the real host, so that this is how one is written for the root.</summary>
    [Fact]
    public async Task Answers_at_the_root_by_a_route_that_matches_nothing_else() => Assert.Equal("The front door", await host.Http.GetStringAsync("/"));

    [Fact]
    public async Task Takes_route_and_query_values_by_name_as_the_type_of_its_parameter() =>
        Assert.Equal(
            "GET 0f8fad5b-d9cb-469f-a165-70867728950e 8 some name 2026-04-13 a default",
            await host.Http.GetStringAsync("/things/0f8fad5b-d9cb-469f-a165-70867728950e/7/some%20name?on=2026-04-13"));

    [Theory]
    [InlineData("/things/no-guid/7/name")]
    [InlineData("/things/0f8fad5b-d9cb-469f-a165-70867728950e/seven/name")]
    [InlineData("/nowhere")]
    public async Task Is_not_found_where_a_constraint_does_not_hold(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync(path)).StatusCode);

    [Theory]
    [InlineData("/shelf/first", "any one, first")]
    [InlineData("/shelf/last", "an exact one")]
    public async Task Answers_for_one_with_a_more_exact_route_whose_name_comes_later(string path, string answer) => Assert.Equal(answer, await host.Http.GetStringAsync(path));

    [Fact]
    public async Task Is_not_found_by_a_method_that_it_does_not_name() =>
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.PostAsync("/hello", null)).StatusCode);

    [Fact]
    public async Task Takes_a_json_body_and_may_return_an_action_result()
    {
        var answer = await host.Http.PostAsync("/body", new StringContent("""{"name":"Text","date":"2026-04-13"}""", null, "application/json"));

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(new Thing("Text of 35 bytes", new(2026, 4, 13)), await answer.Content.ReadFromJsonAsync<Thing>());
    }

    [Theory]
    [InlineData("/fails")]
    [InlineData("/things/0f8fad5b-d9cb-469f-a165-70867728950e/7/name?on=yesterday")]
    public async Task That_fails_is_answered_500_and_nothing_else(string path)
    {
        var answer = await host.Http.GetAsync(path);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Is_made_from_the_services_and_sees_its_own_definition() =>
        Assert.Equal(
            """{"hasClock":true,"sameRequest":true,"name":"FromServices","entryPoint":"LocalRuntime.Tests.Worker.HttpFunctions.FromServices","binding":"httpTrigger","cancellable":true}""",
            JsonSerializer.Serialize(await host.Http.GetFromJsonAsync<JsonElement>("/fromservices")));

    [Fact]
    public async Task Stands_below_api_when_host_json_names_no_prefix()
    {
        await using var usual = await AHost.Of<HttpFunctions>(app => app.Logging.ClearProviders());

        Assert.Equal("Hello ", await usual.Http.GetStringAsync("/api/hello"));
    }
}
