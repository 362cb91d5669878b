namespace LocalRuntime.Worker;

/// <summary>Whether everything that functions call is up: requests that come earlier wait.</summary>
sealed class Readiness
{
    readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task WhenReady => ready.Task;

    public void Reached() => ready.TrySetResult();
}
