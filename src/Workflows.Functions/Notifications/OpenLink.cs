using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Pages;
using Workflows.Functions.Problems;

namespace Workflows.Functions.Notifications;

/// <summary><c>GET /go/{token}</c>: where the link of a message leads. It shows nothing by itself: what it leads to asks for a sign-in.</summary>
sealed class OpenLink(LinkTokens links)
{
    [Function(nameof(OpenLink))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "go/{token}")] HttpRequest request, string token, CancellationToken cancellation) =>
        await links.ReadAsync(token, LinkToken.Open, cancellation) is { } link
            ? LinkedPage.Open(request, LinkTarget.Of(link.Referral, link.Effect))
            : Problem.Of(ProblemKind.LinkExpired);
}
