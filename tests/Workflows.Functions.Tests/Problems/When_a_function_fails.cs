namespace Workflows.Functions.Tests.Problems;

public sealed class When_a_function_fails(EdgeApp app) : IClassFixture<EdgeApp>
{
    [Theory]
    [InlineData("bad-request", 400)]
    [InlineData("unexpected", 500)]
    [InlineData("storage-away", 503)]
    public async Task It_is_a_problem_document_that_tells_nothing_of_the_inside(string how, int expected)
    {
        var (status, problem) = await app.CallAsync("worker/anna", "GET", $"/api/failing/{how}");

        Assert.Equal(expected, status);
        Assert.Equal($"/problems/{how}", problem.GetProperty("type").GetString());
        Assert.DoesNotContain("Ria", problem.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_sends_JSON_without_saying_so_hears_that()
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/directory") { Content = new FormUrlEncodedContent([new("{}", "")]) };
        request.Headers.Add("X-Local-User", "administrator/admin");

        using var answer = await app.Http.SendAsync(request);

        Assert.Equal(415, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Health_and_contract_answer_everybody()
    {
        var (status, health) = await app.CallAsync(null, "GET", "/api/health");

        Assert.Equal((200, "healthy"), (status, health.GetProperty("status").GetString()));
        Assert.Equal("3.1.0", (await app.CallAsync(null, "GET", "/api/openapi.json")).Body.GetProperty("openapi").GetString());
    }
}
