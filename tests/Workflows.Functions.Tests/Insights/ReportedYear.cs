using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Workflows.Functions.Directory;
using Workflows.Functions.Insights.Reports;
using Workflows.Functions.Insights.Rollups;
using Workflows.Functions.Insights.Stories;
using Workflows.Functions.Pages;
using Workflows.Functions.Security;
using Workflows.Functions.Security.Web;
using Workflows.Functions.Tests.Directory;
using Workflows.Referrals.Insights.Facts;
using Workflows.Referrals.Tests.Insights;
using Workflows.Referrals.Tests.Simulation;
using Workflows.Referrals.Timeline;
using InsightFunctions = Workflows.Functions.Pages.Figures.InsightFunctions;

namespace Workflows.Functions.Tests.Insights;

/// <summary>A simulated year of two organisations in the app's tables, seen in January two years later; what a report must say is counted beside it from the timelines.</summary>
public sealed class ReportedYear : IAsyncLifetime
{
    /// <summary>The tests that read it: it is told once.</summary>
    public const string Name = "a reported year";

    internal static readonly DateOnly HalfWay = new(2026, 6, 30);
    internal static readonly DateOnly EndOfYear = new(2026, 12, 31);
    internal static readonly DateOnly YearAfter = new(2027, 12, 31);

    static readonly IReadOnlyList<Life> Lives = Place.Year(250, seed: 7);

    static readonly Dictionary<string, int> Inhabitants = new() { ["3011"] = 9_000, ["3012"] = 7_500, ["1021"] = 12_000 };

    internal static readonly Caller Cora = new(CallerKind.Person, Role.Coordinator, "cora", Organisation: "welzijn-zuid");
    internal static readonly Caller Coen = new(CallerKind.Person, Role.Coordinator, "coen", Organisation: "buurtwerk-noord");
    internal static readonly Caller Municipality = new(CallerKind.Person, Role.Funder, "gemeente");

    static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 8 };

    readonly WebApplication pages = Pages();
    DirectoryStore directory = null!;

    internal InsightsUnderTest Insights { get; private set; } = null!;

    internal static RecountedYear RecountedAt(DateOnly through) => new(Lives, 2026, through, Inhabitants);

    internal static Caller Practice(string agb) => new(CallerKind.Person, Role.Referrer, "assistant", Practice: agb);

    public async Task InitializeAsync()
    {
        Insights = await InsightsUnderTest.CreateAsync();
        Insights.Storage.Clock.Now = InsightsUnderTest.At(2028, 1, 10);
        directory = await DirectoryAsync(Insights.Storage);
        DateOnly[] looks = [HalfWay, EndOfYear, YearAfter];
        await Parallel.ForEachAsync(Lives, AtOnce, async (life, cancellation) =>
        {
            await Insights.Storage.Profiles.WriteAsync(life.Referral.Id, life.Profile, cancellation);
            await Insights.TellAsync(life.Referral.Id, [.. life.Events]);
            await Insights.Keeper.KeepAsync(life.Referral.Id, cancellation);
        });
        await Parallel.ForEachAsync(
            from place in Place.Two from month in Enumerable.Range(1, 12) select (place.Organisation, Cohort: new DateOnly(2026, month, 1)),
            AtOnce,
            async (whose, cancellation) => await Insights.Cohorts.RollAsync(whose.Organisation, whose.Cohort, looks, RestatementReason.Late, cancellation));
        foreach (var (organisation, look) in from place in Place.Two from look in looks select (place.Organisation, look))
        {
            await Insights.Marks.DoneAsync(organisation, LookMark.Today(look));
        }
    }

    public async Task DisposeAsync() => await pages.DisposeAsync();

    /// <summary>Asks for a report as one of the app's callers.</summary>
    internal Task<(int Status, string Text)> AskAsync(Caller caller, string query = "", int smallestCount = 10) =>
        AnswerAsync(caller, "/api/insights/report", query, smallestCount, (reports, screens, _, request) => new ReportFunctions(reports, screens).GetReport(request, default));

    /// <summary>Opens the page of figures as one of the app's callers.</summary>
    internal Task<(int Status, string Text)> OpenAsync(Caller caller, string query = "") =>
        AnswerAsync(caller, "/inzicht", query, smallestCount: 10, (reports, screens, stories, request) => new InsightFunctions(screens, reports, new CoordinatorStories(stories, directory, Insights.Storage.Trail)).Show(request, default));

    async Task<(int Status, string Text)> AnswerAsync(Caller caller, string path, string query, int smallestCount, Func<ReadableReports, Screens, StoryReader, HttpRequest, Task<IResult>> function)
    {
        var storage = Insights.Storage;
        var publications = new Publications(storage.Tables, Insights.Rollups, new(smallestCount), storage.Clock);
        await publications.CreateAsync(default);
        var stories = new StoryReader(storage.Lists, storage.Dossiers);
        var reports = new ReadableReports(new ReportDesk(Insights.Rollups, Insights.Marks, publications, stories, storage.Clock), directory);
        await using var scope = pages.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Features.Set(caller);
        (http.Request.Scheme, http.Request.Host, http.Request.Path) = ("http", new("localhost"), path);
        http.Request.QueryString = new(query.Length == 0 ? "" : $"?{query}");
        http.Response.Body = new MemoryStream();
        await (await function(reports, new Screens(directory, new SafeCookies(new HostingEnvironment())), stories, http.Request)).ExecuteAsync(http);
        return (http.Response.StatusCode, Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray()));
    }

    /// <summary>The reports that a caller is sent.</summary>
    internal async Task<IReadOnlyList<ReportView>> ReadAsync(Caller caller, string query = "")
    {
        var (status, text) = await AskAsync(caller, query);
        Assert.True(status == 200, text);
        return JsonElement.Parse(text).GetProperty("reports").Deserialize<List<ReportView>>(JsonSerializerOptions.Web)!;
    }

    /// <summary>What renders components; nothing listens.</summary>
    static WebApplication Pages()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddRazorComponents();
        return builder.Build();
    }

    /// <summary>The sample directory with what the simulation adds to it.</summary>
    static async Task<DirectoryStore> DirectoryAsync(TestStorage storage)
    {
        var table = new DirectoryTable(storage.Tables, storage.Master);
        await table.CreateAsync(default);
        var store = new DirectoryStore(table);
        var sample = SampleDirectory.Read(new("localhost:7071", DirectoryText.Secret));
        await store.ImportAsync(sample with
        {
            Organisations = [.. sample.Organisations.Select(organisation => organisation with
            {
                Practices = [.. Place.Two.Single(place => place.Organisation == organisation.Id).Practices.Select(agb => new Practice(agb, agb))],
                Agreements = [],
                Plans = [.. organisation.Plans.Select(plan => plan with { Inhabitants = [.. Inhabitants.Select(area => new Workflows.Referrals.Insights.Worth.Area(area.Key, area.Value))] })],
            })],
        });
        return store;
    }
}

[CollectionDefinition(ReportedYear.Name)]
public sealed class ReportedYearTests : ICollectionFixture<ReportedYear>;
