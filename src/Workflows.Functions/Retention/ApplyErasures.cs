using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Workflows.Functions.Retention;

/// <summary><c>POST /api/erasures/apply</c>: the first step after a restore. An erased person does not come back.</summary>
sealed class ApplyErasures(RestoredErasures restored)
{
    [Function(nameof(ApplyErasures))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/erasures/apply")] HttpRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        Results.Ok(new { erasedAgain = await restored.ApplyAsync(client, cancellation) });
}
