using System.Text.Json;
using Azure.Data.Tables;
using Workflows.Functions.Insights.Rollups;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Tests.Insights;

/// <summary>Facts by the topic, months by the timer, reports and the rebuild by HTTP, on the whole app.</summary>
public sealed class When_months_go_by(WholeApp app) : IClassFixture<WholeApp>
{
    [Fact]
    public async Task What_happened_is_in_the_report_of_those_who_may_read_it_and_comes_out_the_same_when_all_is_made_again()
    {
        await app.SubmitAsync();
        var accepted = await app.SubmitAsync();
        await app.CallAsync("worker/anna", "POST", $"/api/referrals/{accepted}/commands/accept");
        await app.AdvanceAsync(TimeSpan.FromDays(20));   // over the end of April

        var report = Assert.Single((await app.CallAsync("coordinator/cora", "GET", "/api/insights/report?by=neighbourhood,ageBand")).Json.GetProperty("reports").EnumerateArray());
        Assert.Equal("2026-04-30", report.GetProperty("through").GetString());
        Assert.Equal((2, 2), Counted(report, "total", "referrals"));
        Assert.Equal((2, 1), Counted(report, "total", "accepted"));
        Assert.Equal((2, 1), Counted(report, "3011", "accepted"));
        Assert.Equal((2, 2), Counted(report, "65-79", "referrals"));

        var before = (await RowsAsync("Facts")).Concat(await RowsAsync("Rollups")).ToList();
        await EmptyAsync("Facts");
        await EmptyAsync("Rollups");

        var rebuild = await app.CallAsync("administrator/admin", "POST", "/api/insights/rebuilds");
        Assert.Equal(202, rebuild.Status);
        await app.AdvanceAsync(TimeSpan.FromSeconds(1));
        var status = (await app.CallAsync("administrator/admin", "GET", rebuild.Json.GetProperty("statusUrl").GetString()!)).Json;

        Assert.True(status.GetProperty("isDone").GetBoolean(), status.ToString());
        Assert.Equal((2, 2, 0), (status.GetProperty("timelines").GetInt32(), status.GetProperty("changedFacts").GetInt32(), status.GetProperty("restated").GetInt32()));
        Assert.Equal(before, (await RowsAsync("Facts")).Concat(await RowsAsync("Rollups")));
    }

    [Fact]
    public async Task A_rebuild_that_nobody_began_is_not_there()
    {
        Assert.Equal(404, (await app.CallAsync("administrator/admin", "GET", $"/api/insights/rebuilds/{Guid.NewGuid():N}")).Status);
        Assert.Equal(404, (await app.CallAsync("administrator/admin", "GET", "/api/insights/rebuilds/first")).Status);
    }

    [Fact]
    public async Task The_catalogue_and_the_templates_can_be_fetched()
    {
        Assert.Contains((await app.CallAsync("funder/gemeente", "GET", "/api/insights/indicators")).Json.GetProperty("indicators").EnumerateArray(), indicator => indicator.GetProperty("id").GetString() == "reach");

        var template = (await app.CallAsync("coordinator/cora", "GET", "/api/report-templates")).Json[0];
        var own = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(template.GetRawText())!;
        own["id"] = JsonSerializer.SerializeToElement("own");
        Assert.Equal(200, (await app.CallAsync("coordinator/cora", "PUT", "/api/organisations/welzijn-zuid/report-templates/own.1", own)).Status);
        own["sections"] = JsonSerializer.SerializeToElement(Array.Empty<string>());
        var again = await app.CallAsync("coordinator/cora", "PUT", "/api/organisations/welzijn-zuid/report-templates/own.1", own);
        Assert.Equal((422, "version-fixed"), (again.Status, again.Json.GetProperty("errors")[0].GetProperty("code").GetString()));
        Assert.Equal(200, (await app.CallAsync("coordinator/cora", "GET", "/api/insights/report?template=own")).Status);
        Assert.Equal("own", (await app.CallAsync("administrator/admin", "GET", "/api/organisations/welzijn-zuid/report-templates/own.1")).Json.GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("plans", "3", """{ "version": 3, "from": "2028-01-01", "to": "2028-12-01", "inhabitants": [], "targets": [{ "indicator": "happiness", "value": 1 }], "comparisons": [] }""", "/targets/0/indicator")]
    [InlineData("ledgers", "2", """{ "version": 2, "sources": [], "prices": [], "entries": [{ "id": "x" }] }""", "/entries/0/side")]
    [InlineData("ledgers", "2", """{ "version": 1, "sources": [], "prices": [], "entries": [] }""", "/version")]
    public async Task A_plan_or_ledger_that_is_wrong_is_refused_with_the_place(string part, string id, string json, string pointer)
    {
        var answer = await app.CallAsync("coordinator/cora", "PUT", $"/api/organisations/welzijn-zuid/{part}/{id}", JsonElement.Parse(json));

        Assert.Equal(422, answer.Status);
        Assert.Contains(answer.Json.GetProperty("errors").EnumerateArray(), error => error.GetProperty("pointer").GetString() == pointer);
    }

    static (int? Denominator, int? Numerator) Counted(JsonElement report, string group, string indicator)
    {
        var figure = report.GetProperty("figures").EnumerateArray().Single(figure => (figure.GetProperty("group").GetString(), figure.GetProperty("indicator").GetString()) == (group, indicator));
        return (figure.GetProperty("denominator").GetInt32(), figure.GetProperty("numerator").GetInt32());
    }

    async Task<IReadOnlyList<string>> RowsAsync(string table) => await InsightsUnderTest.RowsAsync(app.Get<Tables>(), table);

    async Task EmptyAsync(string table)
    {
        await foreach (var row in app.Get<Tables>().Named(table).QueryAsync<TableEntity>())
        {
            await app.Get<Tables>().Named(table).DeleteEntityAsync(row.PartitionKey, row.RowKey);
        }
    }
}
