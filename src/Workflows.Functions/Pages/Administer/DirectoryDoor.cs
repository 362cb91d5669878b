using Microsoft.AspNetCore.Http;
using Workflows.Functions.Directory;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;

namespace Workflows.Functions.Pages.Administer;

/// <summary>Lets people into the directory of their own organisation, and an administrator into everybody's.</summary>
sealed class DirectoryDoor(DirectoryStore directory)
{
    /// <summary>The page that is made of the organisation, when it is there for the caller.</summary>
    public async Task<IResult> OpenAsync(HttpRequest request, string organisation, Func<Organisation, Task<IResult>> show) =>
        Access.ReachesOrganisation(request.Caller, organisation) && await directory.OrganisationAsync(organisation, request.HttpContext.RequestAborted) is { } found
            ? await show(found)
            : Problem.Of(ProblemKind.NotFound);

    /// <summary>The same for what a form sends.</summary>
    public Task<IResult> TakeAsync(HttpRequest request, string organisation, Func<Organisation, IFormCollection, Task<IResult>> take) =>
        request.HasFormContentType
            ? OpenAsync(request, organisation, async found => await take(found, await request.ReadFormAsync(request.HttpContext.RequestAborted)))
            : Task.FromResult<IResult>(Problem.Of(ProblemKind.UnsupportedMediaType));

    /// <summary>The organisation as it stands now, after somebody else changed it.</summary>
    public async Task<Organisation> AgainAsync(Organisation organisation, CancellationToken cancellation)
    {
        directory.Forget();
        return await directory.OrganisationAsync(organisation.Id, cancellation) ?? organisation;
    }
}
