using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Pages;
using Workflows.Functions.Problems;

namespace Workflows.Functions.Notifications;

/// <summary><c>GET /s/{token}</c>: where the link of an SMS leads. It shows nothing by itself: what it leads to asks for a sign-in.</summary>
sealed class OpenShortLink(ShortLinks links)
{
    [Function(nameof(OpenShortLink))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "s/{token}")] HttpRequest request, string token, CancellationToken cancellation) =>
        await links.ReadAsync(token, cancellation) is { } target
            ? LinkedPage.Open(request, target)
            : Problem.Of(ProblemKind.LinkExpired);
}
