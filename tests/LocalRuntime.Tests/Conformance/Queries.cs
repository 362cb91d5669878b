using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Tests.Conformance;

public sealed class Queries
{
    [Fact]
    public async Task Everything_is_found_page_by_page()
    {
        await using var engine = await EndingOrWaitingAsync();
        var ids = await EndedAsync(engine, "referral", 11);

        var pages = await PagesAsync(engine.Client.GetAllInstancesAsync(new OrchestrationQuery(PageSize: 4)));

        Assert.All(pages, page => Assert.InRange(page.Values.Count, 0, 4));
        Assert.Equal(ids.Order(), pages.SelectMany(page => page.Values).Select(instance => instance.InstanceId).Order());
    }

    [Fact]
    public async Task A_query_goes_on_where_its_token_says()
    {
        await using var engine = await EndingOrWaitingAsync();
        var ids = await EndedAsync(engine, "referral", 7);

        var first = (await PagesAsync(engine.Client.GetAllInstancesAsync(new OrchestrationQuery(PageSize: 3))))[0];
        var rest = await PagesAsync(engine.Client.GetAllInstancesAsync(new OrchestrationQuery(PageSize: 3, ContinuationToken: first.ContinuationToken)));

        Assert.Equal(3, first.Values.Count);
        Assert.Equal(ids.Order(), first.Values.Concat(rest.SelectMany(page => page.Values)).Select(instance => instance.InstanceId).Order());
    }

    [Fact]
    public async Task Instances_are_found_by_the_beginning_of_their_id()
    {
        await using var engine = await EndingOrWaitingAsync();
        await EndedAsync(engine, "referral", 3);
        var feedback = await EndedAsync(engine, "feedback", 2);

        Assert.Equal(feedback.Order(), await FoundAsync(engine, new OrchestrationQuery(InstanceIdPrefix: "feedback")));
    }

    [Fact]
    public async Task Instances_are_found_by_status()
    {
        await using var engine = await EndingOrWaitingAsync();
        await EndedAsync(engine, "referral", 3);
        var running = await engine.StartAsync("Waits");

        Assert.Equal([running], await FoundAsync(engine, new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Running])));
    }

    [Fact]
    public async Task Instances_are_found_by_the_time_of_their_creation()
    {
        await using var engine = await EndingOrWaitingAsync();
        await EndedAsync(engine, "before", 1);
        await engine.PassAsync(TimeSpan.FromSeconds(5));
        var within = await EndedAsync(engine, "within", 1);
        await engine.PassAsync(TimeSpan.FromSeconds(5));
        await EndedAsync(engine, "after", 1);
        var middle = (await engine.Client.GetInstanceAsync(within[0]))!.CreatedAt;

        Assert.Equal(within, await FoundAsync(engine, new OrchestrationQuery(CreatedFrom: middle.AddSeconds(-2), CreatedTo: middle.AddSeconds(2))));
    }

    [Fact]
    public async Task Inputs_and_outputs_come_along_when_that_is_asked()
    {
        await using var engine = await EndingOrWaitingAsync();
        await EndedAsync(engine, "referral", 1);

        var found = Assert.Single((await PagesAsync(engine.Client.GetAllInstancesAsync(new OrchestrationQuery(FetchInputsAndOutputs: true)))).SelectMany(page => page.Values));

        Assert.Equal("in", found.ReadInputAs<string>());
        Assert.Equal("done", found.ReadOutputAs<string>());
    }

    [Fact]
    public async Task Who_asks_for_nothing_in_particular_gets_everything()
    {
        await using var engine = await EndingOrWaitingAsync();
        var ids = await EndedAsync(engine, "referral", 3);

        Assert.Equal(ids.Order(), await FoundAsync(engine, filter: null));
    }

    static Task<EngineUnderTest> EndingOrWaitingAsync() => EngineUnderTest.StartAsync(tasks => tasks
        .AddOrchestratorFunc<string, string>("Ends", (_, _) => Task.FromResult("done"))
        .AddOrchestratorFunc<string>("Waits", context => context.WaitForExternalEvent<string>("answer")));

    static async Task<string[]> EndedAsync(EngineUnderTest engine, string prefix, int count)
    {
        var ids = Enumerable.Range(0, count).Select(number => $"{prefix}-{number}").ToArray();
        foreach (var id in ids)
        {
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Ends", "in", new StartOrchestrationOptions(InstanceId: id));
            await engine.EndOfAsync(id);
        }

        return ids;
    }

    static async Task<string[]> FoundAsync(EngineUnderTest engine, OrchestrationQuery? filter)
    {
        var found = new List<string>();
        await foreach (var instance in engine.Client.GetAllInstancesAsync(filter))
        {
            found.Add(instance.InstanceId);
        }

        return [.. found.Order()];
    }

    static async Task<List<Page<OrchestrationMetadata>>> PagesAsync(AsyncPageable<OrchestrationMetadata> instances)
    {
        var pages = new List<Page<OrchestrationMetadata>>();
        await foreach (var page in instances.AsPages())
        {
            pages.Add(page);
        }

        return pages;
    }
}
