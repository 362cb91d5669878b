using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Workflows.Benchmarks;

/// <summary>Counts what goes over the wire to Table Storage: requests, and the entities that they write. Retries count too.</summary>
sealed class RequestCounter : HttpPipelinePolicy
{
    static readonly byte[] OperationInABatch = Encoding.ASCII.GetBytes(" HTTP/1.1\r\n");

    long requests;
    long entities;

    public long Requests => Interlocked.Read(ref requests);

    public long Entities => Interlocked.Read(ref entities);

    /// <summary>The address of every request, in the order of sending, while it is listened to.</summary>
    public Action<string, string>? Seen { get; set; }

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Count(message.Request);
        return ProcessNextAsync(message, pipeline);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Count(message.Request);
        ProcessNext(message, pipeline);
    }

    void Count(Request request)
    {
        Interlocked.Increment(ref requests);
        Seen?.Invoke(request.Method.ToString(), request.Uri.ToString());
        if (request.Method == RequestMethod.Get)
        {
            return;
        }

        Interlocked.Add(ref entities, request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal) ? OperationsOf(request.Content!) : 1);
    }

    static int OperationsOf(RequestContent batch)
    {
        using var body = new MemoryStream();
        batch.WriteTo(body, CancellationToken.None);
        var rest = body.GetBuffer().AsSpan(0, (int)body.Length);
        var operations = 0;
        for (var at = rest.IndexOf(OperationInABatch); at >= 0; at = rest.IndexOf(OperationInABatch))
        {
            operations++;
            rest = rest[(at + OperationInABatch.Length)..];
        }

        return operations;
    }
}
