using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LocalRuntime.Clock;
using LocalRuntime.Tests.Azurite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Tests.Worker;

public sealed class The_local_clock(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    readonly string hub = AzuriteFixture.NewPrefix();

    [Theory]
    [InlineData("P3D", "2026-04-16T09:00")]
    [InlineData("PT2H", "2026-04-13T11:00")]
    [InlineData("P1M", "2026-05-13T09:00")]
    [InlineData("P1Y2W1DT30M", "2027-04-28T09:30")]
    public async Task Is_moved_by_an_iso_duration(string advance, string expected)
    {
        await using var host = await Host();

        var moved = await Advance(host, $$"""{ "advance": "{{advance}}" }""");

        Assert.StartsWith(expected, (await moved.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("now").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_its_time_its_offset_and_what_is_due_next()
    {
        await using var host = await Host();

        var shown = await host.Http.GetFromJsonAsync<JsonElement>("/local/clock");

        Assert.Equal(["now", "offset", "nextDue"], shown.EnumerateObject().Select(property => property.Name));
        Assert.StartsWith("-P", shown.GetProperty("offset").GetString(), StringComparison.Ordinal);   // this test's April lies before every day on which it runs
        Assert.Equal(JsonValueKind.Null, shown.GetProperty("nextDue").ValueKind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{ "advance": 3 }""")]
    [InlineData("""{ "advance": "3 days" }""")]
    [InlineData("""{ "advance": "P" }""")]
    [InlineData("""{ "advance": "PT" }""")]
    [InlineData("""{ "advance": "P0D" }""")]
    [InlineData("""{ "advance": "-P1D" }""")]
    [InlineData("""{ "advance": "P31Y" }""")]
    public async Task Refuses_what_is_no_distance_and_stays_where_it_is(string body)
    {
        await using var host = await Host();

        var refused = await Advance(host, body);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.Equal("/advance", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0].GetProperty("pointer").GetString());
        Assert.Equal(new(2026, 4, 13), DateOnly.FromDateTime(host.Services.GetRequiredService<TimeProvider>().GetUtcNow().Date));
    }

    [Fact]
    public async Task Stands_where_it_stood_after_a_restart()
    {
        await using (var first = await Host())
        {
            await Advance(first, """{ "advance": "P10D" }""");
        }

        await using var second = await Host();

        Assert.Equal(new(2026, 4, 23), DateOnly.FromDateTime(second.Services.GetRequiredService<TimeProvider>().GetUtcNow().Date));
    }

    [Theory]
    [InlineData("2026-04-13T06:59:00Z", "", "2026-04-13T09:00:00+02:00")]
    [InlineData("2026-04-13T07:00:00Z", "", "2026-04-14T09:00:00+02:00")]
    [InlineData("2026-04-17T18:00:00Z", "", "2026-04-20T09:00:00+02:00")]
    [InlineData("2026-12-24T18:00:00Z", "12-25, 12-26,2026-12-28", "2026-12-29T09:00:00+01:00")]
    public void Starts_in_the_morning_of_the_next_day_on_which_people_work(string machineNow, string closed, string expected) =>
        Assert.Equal(At(expected), ClockStart.From(Settings(("LocalClock:ClosedDays", closed)), At(machineNow)));

    [Theory]
    [InlineData("LocalClock:Start", "tomorrow")]
    [InlineData("LocalClock:ClosedDays", "12-25,Christmas")]
    public void Refuses_a_setting_that_it_cannot_read_and_names_it(string setting, string value)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => ClockStart.From(Settings((setting, value)), At("2026-04-13T06:59:00Z")));

        Assert.Contains(setting, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_exist_outside_development()
    {
        await using var host = await AHost.Of<HttpFunctions>(app => app.Logging.ClearProviders(), "--AZURE_FUNCTIONS_ENVIRONMENT", "Production");

        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync("/local/clock")).StatusCode);
        Assert.Same(TimeProvider.System, host.Services.GetRequiredService<TimeProvider>());
    }

    [Fact]
    public async Task Is_not_reached_through_a_foreign_name()
    {
        await using var host = await Host();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/local/clock") { Headers = { Host = "elsewhere.example" } };

        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.SendAsync(request)).StatusCode);
    }

    Task<AHost> Host() => AHost.Of<HttpFunctions>(app =>
    {
        app.Logging.ClearProviders();
        app.Configuration["AzureWebJobsStorage"] = azurite.ConnectionString;
        app.Configuration["AzureFunctionsJobHost:extensions:durableTask:hubName"] = hub;
        app.Configuration["LocalClock:Start"] = "2026-04-13T09:00:00Z";
    });

    static Task<HttpResponseMessage> Advance(AHost host, string body) => host.Http.PostAsync("/local/clock", new StringContent(body, null, "application/json"));

    static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);

    static IConfiguration Settings((string Name, string Value) setting) =>
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>(setting.Name, setting.Value)]).Build();
}
