using Azure.Core;
using Azure.Core.Pipeline;

namespace Workflows.Functions.Tests;

/// <summary>Counts and measures what goes to Table Storage, and lets a test step in between an answer and who waits for it.</summary>
sealed class WatchedRequests : HttpPipelinePolicy
{
    public int Count { get; private set; }

    public long LargestBody { get; private set; }

    public Action? OnAnswer { get; set; }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Count++;
        if (message.Request.Content is { } body && body.TryComputeLength(out var length))
        {
            LargestBody = long.Max(LargestBody, length);
        }

        await ProcessNextAsync(message, pipeline);
        OnAnswer?.Invoke();
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
}
