using Microsoft.DurableTask;

namespace LocalRuntime.Tests.Conformance;

public sealed class Retries
{
    int attempts;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task The_number_of_attempts_counts_the_first_one(int most)
    {
        await using var engine = await CallingWithAsync(new RetryPolicy(most, TimeSpan.FromSeconds(1)));

        var id = await engine.StartAsync("Calls");
        await engine.PassAsync(TimeSpan.FromSeconds(10));

        Assert.True((await engine.FailureOfAsync(id)).IsCausedBy<TaskFailedException>());
        Assert.Equal(most, attempts);
    }

    [Fact]
    public async Task A_later_success_ends_the_retries()
    {
        await using var engine = await CallingWithAsync(new RetryPolicy(10, TimeSpan.FromSeconds(1)), succeedsAt: 3);

        var id = await engine.StartAsync("Calls");
        await engine.PassAsync(TimeSpan.FromSeconds(3));

        Assert.Equal("succeeded", await engine.OutputOfAsync<string>(id));
        Assert.Equal(3, attempts);
    }

    [Fact]
    public async Task Each_wait_is_longer_than_the_one_before_by_the_coefficient()
    {
        await using var engine = await CallingWithAsync(new RetryPolicy(4, TimeSpan.FromSeconds(3), backoffCoefficient: 3));

        await engine.StartAsync("Calls");
        await engine.SettleAsync();
        Assert.Equal(1, attempts);

        await engine.PassAsync(TimeSpan.FromSeconds(4));    // waits 3 seconds
        Assert.Equal(2, attempts);

        await engine.PassAsync(TimeSpan.FromSeconds(5));    // waits 9 seconds
        Assert.Equal(2, attempts);

        await engine.PassAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(3, attempts);

        await engine.PassAsync(TimeSpan.FromSeconds(20));   // waits 27 seconds
        Assert.Equal(3, attempts);

        await engine.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(4, attempts);
    }

    [Fact]
    public async Task No_wait_is_longer_than_the_longest_allowed()
    {
        await using var engine = await CallingWithAsync(
            new RetryPolicy(4, TimeSpan.FromSeconds(2), backoffCoefficient: 100, maxRetryInterval: TimeSpan.FromSeconds(4)));

        var id = await engine.StartAsync("Calls");
        await engine.PassAsync(TimeSpan.FromSeconds(15));   // 2 + 4 + 4

        await engine.FailureOfAsync(id);
        Assert.Equal(4, attempts);
    }

    [Fact]
    public async Task No_attempt_starts_after_the_time_for_retries_is_over()
    {
        await using var engine = await CallingWithAsync(
            new RetryPolicy(100, TimeSpan.FromSeconds(3), retryTimeout: TimeSpan.FromSeconds(5)));

        var id = await engine.StartAsync("Calls");
        await engine.PassAsync(TimeSpan.FromSeconds(20));

        // At 0, 3 and 6 seconds: whether there is time left is asked when an attempt fails, not when the next one starts.
        await engine.FailureOfAsync(id);
        Assert.Equal(3, attempts);
    }

    [Fact]
    public async Task A_failure_that_the_policy_does_not_handle_is_not_tried_again()
    {
        await using var engine = await CallingWithAsync(
            new RetryPolicy(10, TimeSpan.FromSeconds(1)) { HandleFailure = failure => !failure.IsCausedBy<InvalidOperationException>() });

        await engine.FailureOfAsync(await engine.StartAsync("Calls"));

        Assert.Equal(1, attempts);
    }

    [Fact]
    public async Task The_policy_sees_the_failure_itself()
    {
        var seen = new List<string>();
        await using var engine = await CallingWithAsync(new RetryPolicy(2, TimeSpan.FromSeconds(1))
        {
            HandleFailure = failure =>
            {
                seen.Add($"{failure.ErrorType}: {failure.ErrorMessage}");
                return true;
            },
        });

        var id = await engine.StartAsync("Calls");
        await engine.PassAsync(TimeSpan.FromSeconds(2));
        await engine.FailureOfAsync(id);

        // More often than once: the policy is asked again at every replay.
        Assert.Equal("System.InvalidOperationException: attempt 1", Assert.Single(seen.Distinct()));
    }

    [Fact]
    public async Task A_handler_decides_by_the_attempt_and_its_failure()
    {
        await using var engine = await CallingWithAsync(TaskOptions.FromRetryHandler(retry =>
            retry.LastFailure.IsCausedBy<InvalidOperationException>() && retry.LastFailure.ErrorMessage == $"attempt {retry.LastAttemptNumber}" && retry.LastAttemptNumber < 3));

        await engine.FailureOfAsync(await engine.StartAsync("Calls"));

        Assert.Equal(3, attempts);
    }

    [Fact]
    public async Task A_handler_may_wait_on_a_timer_of_the_orchestration()
    {
        await using var engine = await CallingWithAsync(TaskOptions.FromRetryHandler(async retry =>
        {
            await retry.OrchestrationContext.CreateTimer(TimeSpan.FromSeconds(5), CancellationToken.None);
            return true;
        }), succeedsAt: 2);

        var id = await engine.StartAsync("Calls");
        await engine.SettleAsync();
        Assert.Equal(1, attempts);

        await engine.PassAsync(TimeSpan.FromSeconds(5));
        Assert.Equal("succeeded", await engine.OutputOfAsync<string>(id));
    }

    [Fact]
    [Trait("Host", "Functions")]
    public async Task An_activity_that_does_not_exist_is_not_tried_again()
    {
        var asked = 0;
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Calls", context => context.CallActivityAsync("Does not exist", options: TaskOptions.FromRetryHandler(_ =>
            {
                asked++;
                return true;
            }))));

        await engine.FailureOfAsync(await engine.StartAsync("Calls"));

        Assert.Equal(0, asked);
    }

    [Fact]
    public async Task A_sub_orchestration_is_tried_again_as_an_activity_is()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Calls", context =>
                context.CallSubOrchestratorAsync<string>("Child", options: TaskOptions.FromRetryPolicy(new RetryPolicy(5, TimeSpan.FromSeconds(1)))))
            .AddOrchestratorFunc<string>("Child", context => context.CallActivityAsync<string>("Works at last"))
            .AddActivityFunc("Works at last", (TaskActivityContext _) => Attempt(succeedsAt: 3)));

        var id = await engine.StartAsync("Calls");
        await engine.PassAsync(TimeSpan.FromSeconds(5));

        Assert.Equal("succeeded", await engine.OutputOfAsync<string>(id));
        Assert.Equal(3, attempts);
    }

    [Theory]
    [InlineData(0, 1, 1.0)]
    [InlineData(1, 0, 1.0)]
    [InlineData(1, 1, 0.9)]
    public void A_policy_that_makes_no_sense_is_refused(int most, int firstSeconds, double coefficient) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(most, TimeSpan.FromSeconds(firstSeconds), coefficient));

    Task<EngineUnderTest> CallingWithAsync(RetryPolicy policy, int succeedsAt = int.MaxValue) =>
        CallingWithAsync(TaskOptions.FromRetryPolicy(policy), succeedsAt);

    Task<EngineUnderTest> CallingWithAsync(TaskOptions options, int succeedsAt = int.MaxValue) => EngineUnderTest.StartAsync(tasks => tasks
        .AddOrchestratorFunc<string>("Calls", context => context.CallActivityAsync<string>("Works at last", options: options))
        .AddActivityFunc("Works at last", (TaskActivityContext _) => Attempt(succeedsAt)));

    string Attempt(int succeedsAt) =>
        Interlocked.Increment(ref attempts) >= succeedsAt ? "succeeded" : throw new InvalidOperationException($"attempt {attempts}");
}
