using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Tests.Faults;

public sealed class Poison
{
    [Fact]
    public void A_payload_that_cannot_be_read_stops_its_instance_with_the_reason_and_no_other()
    {
        var world = Waiting();
        Start(world, "poisoned");
        Start(world, "neighbour");

        world.Insist(client => client.RaiseEventAsync("poisoned", "number", "not a number"));
        world.Insist(client => client.RaiseEventAsync("neighbour", "number", 7));
        world.Settle();

        Assert.Contains("Int32", Reason(world, "poisoned"), StringComparison.Ordinal);
        Assert.Equal(7, Output(world, "neighbour"));
    }

    [Fact]
    public void An_orchestrator_of_an_unknown_name_stops_its_instance_and_no_other()
    {
        var world = Waiting();
        world.Insist(client => client.ScheduleNewOrchestrationInstanceAsync("Renamed", new StartOrchestrationOptions(InstanceId: "poisoned")));
        Start(world, "neighbour");

        world.Insist(client => client.RaiseEventAsync("neighbour", "number", 7));
        world.Settle();

        Assert.Contains("Renamed", Reason(world, "poisoned"), StringComparison.Ordinal);
        Assert.Equal(7, Output(world, "neighbour"));
    }

    [Fact]
    public void It_is_tried_five_times_and_not_for_ever()
    {
        var readings = 0;
        var world = new World(seed: 1, FaultPlans.None, (tasks, _) => tasks
            .AddOrchestratorFunc<Touchy>("Waits", context => context.WaitForExternalEvent<Touchy>("touchy")));
        Touchy.Read = () => readings++;
        Start(world, "poisoned");

        world.Insist(client => client.RaiseEventAsync("poisoned", "touchy", new { Text = "any" }));
        world.Pass(TimeSpan.FromDays(2));

        Assert.Equal(5, readings);
    }

    [Fact]
    public void A_stopped_instance_stays_stopped_over_a_restart_and_can_be_terminated()
    {
        var world = Waiting();
        Start(world, "poisoned");
        world.Insist(client => client.RaiseEventAsync("poisoned", "number", "not a number"));
        world.Settle();

        world.Running().Crash();
        world.Settle();
        Assert.Contains("Int32", Reason(world, "poisoned"), StringComparison.Ordinal);

        world.Insist(client => client.TerminateInstanceAsync("poisoned", "given up"));
        world.Settle();
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, world.Insist(client => client.GetInstanceAsync("poisoned"))!.RuntimeStatus);
    }

    // What the operator does: mends the code, starts it, and resumes what was stopped.
    [Fact]
    public void A_stopped_instance_goes_on_with_mended_code_once_it_is_resumed()
    {
        var isMended = false;
        var world = new World(seed: 1, FaultPlans.None, (tasks, _) => tasks
            .AddOrchestratorFunc<string>("Waits", async context =>
                isMended ? await context.WaitForExternalEvent<string>("number") : $"{await context.WaitForExternalEvent<int>("number")}"));
        Start(world, "poisoned");
        world.Insist(client => client.RaiseEventAsync("poisoned", "number", "not a number"));
        world.Settle();

        isMended = true;
        world.Running().Crash();
        world.Insist(client => client.ResumeInstanceAsync("poisoned"));
        world.Settle();

        var ended = world.Insist(client => client.GetInstanceAsync("poisoned", getInputsAndOutputs: true))!;
        Assert.Equal("not a number", ended.ReadOutputAs<string>());
    }

    static World Waiting() => new(seed: 1, FaultPlans.None, (tasks, _) => tasks
        .AddOrchestratorFunc<int>("Waits", context => context.WaitForExternalEvent<int>("number")));

    static void Start(World world, string id) =>
        world.Insist(client => client.ScheduleNewOrchestrationInstanceAsync("Waits", new StartOrchestrationOptions(InstanceId: id)));

    static string Reason(World world, string id)
    {
        var stopped = world.Insist(client => client.GetInstanceAsync(id, getInputsAndOutputs: true))!;
        Assert.NotNull(stopped.FailureDetails);
        return stopped.FailureDetails.ErrorMessage;
    }

    static int Output(World world, string id) => world.Insist(client => client.GetInstanceAsync(id, getInputsAndOutputs: true))!.ReadOutputAs<int>();

    sealed class Touchy
    {
        public static Action Read { get; set; } = () => { };

        public string Text
        {
            get;
            set
            {
                field = value;
                Read();
                throw new FormatException(value);
            }
        } = "";
    }
}
