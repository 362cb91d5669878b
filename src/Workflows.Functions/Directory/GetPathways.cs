using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Referrals.Pathways;

namespace Workflows.Functions.Directory;

/// <summary><c>GET /api/pathways</c>: the pathways that come with the product, as files from which an organisation makes versions of its own.</summary>
static class GetPathways
{
    [Function(nameof(GetPathways))]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/pathways")] HttpRequest request) =>
        Results.Text($"[{string.Join(',', ShippedPathways.All.Select(PathwayFile.Write))}]", "application/json", Encoding.UTF8);
}
