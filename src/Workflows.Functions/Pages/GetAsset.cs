using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Problems;

namespace Workflows.Functions.Pages;

/// <summary><c>GET /assets/{name}</c>: style sheet and script. A name never changes its content, so that nobody needs to ask twice.</summary>
sealed class GetAsset
{
    [Function(nameof(GetAsset))]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "assets/{name}")] HttpRequest request, string name)
    {
        if (PageAssets.All.FirstOrDefault(asset => asset.Name == name) is not { } asset)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        request.HttpContext.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(asset.Content, asset.ContentType);
    }
}
