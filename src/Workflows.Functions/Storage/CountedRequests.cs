using Azure.Core;
using Azure.Core.Pipeline;
using Workflows.Functions.Operations;

namespace Workflows.Functions.Storage;

/// <summary>Counts every request to storage, retries too.</summary>
sealed class CountedRequests : HttpPipelineSynchronousPolicy
{
    public override void OnReceivedResponse(HttpMessage message) => Telemetry.AskedStorage(message.Request.Method.Method, message.Response.Status);
}
