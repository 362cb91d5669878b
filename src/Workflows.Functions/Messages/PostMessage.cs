using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Commands;

namespace Workflows.Functions.Messages;

/// <summary><c>POST /api/referrals/{id}/messages</c>: the command <c>write-message</c> under a name of its own. The process decides who is told, and when.</summary>
sealed class PostMessage(GiveCommand commands)
{
    [Function(nameof(PostMessage))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/referrals/{id}/messages")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) => commands.Run(request, id, "write-message", client, cancellation);
}
