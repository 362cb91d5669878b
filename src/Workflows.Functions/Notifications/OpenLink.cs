using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Pages;
using Workflows.Functions.Problems;

namespace Workflows.Functions.Notifications;

/// <summary>Where the link of a message leads. It shows nothing by itself: what it leads to asks for a sign-in.</summary>
sealed class OpenLink(MessageLinks links)
{
    /// <summary><c>GET /go/{token}</c>: from a mail.</summary>
    [Function(nameof(OpenLink))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "go/{token}")] HttpRequest request, string token, CancellationToken cancellation) =>
        LeadAsync(request, token, cancellation);

    /// <summary><c>GET /s/{token}</c>: from an SMS.</summary>
    [Function("OpenShortLink")]
    public Task<IResult> Short([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "s/{token}")] HttpRequest request, string token, CancellationToken cancellation) =>
        LeadAsync(request, token, cancellation);

    async Task<IResult> LeadAsync(HttpRequest request, string token, CancellationToken cancellation) => await links.ReadAsync(token, cancellation) switch
    {
        null => Problem.Of(ProblemKind.LinkExpired),
        { IsForClient: true } => new SeeOther($"/mijn/bericht/{token}"),
        { Target: var target } => LinkedPage.Open(request, target),
    };
}
