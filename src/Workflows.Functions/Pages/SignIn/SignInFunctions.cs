using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Directory;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;

namespace Workflows.Functions.Pages.SignIn;

/// <summary>Signing in and out. In production the platform does it (App Service Authentication, <c>/.auth</c>); on a developer's machine a page with the sample people does.</summary>
sealed class SignInFunctions(Screens screens, DirectoryStore directory, DeveloperMachine machine, LocalSession session)
{
    /// <summary><c>GET /aanmelden?terug=/werk</c>.</summary>
    [Function("SignIn")]
    public async Task<IResult> Ask(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "aanmelden")] HttpRequest request, CancellationToken cancellation)
    {
        var wanted = request.Query[ReturnAddress.Query].FirstOrDefault();
        var back = ReturnAddress.IsLocal(wanted) ? wanted : null;
        if (machine.Sent(request))
        {
            return await screens.ShowAsync<LocalSignInPage>(request, new { Groups = SamplePeople.Of(await directory.AllAsync(cancellation)), Back = back });
        }

        // The platform knows the account and the directory does not: asking the platform again would go round for ever.
        return request.Headers.ContainsKey(AppServicePrincipals.Header)
            ? await screens.ShowAsync<UnknownAccountPage>(request, status: StatusCodes.Status403Forbidden)
            : new SeeOther($"/.auth/login/aad?post_login_redirect_uri={Uri.EscapeDataString(back ?? FrontDoor.Address)}");
    }

    /// <summary><c>POST /aanmelden</c>: becomes one of the sample people.</summary>
    [Function("SignInLocally")]
    public async Task<IResult> Become(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "aanmelden")] HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        var form = await request.ReadFormAsync(cancellation);
        var (user, back) = (form["user"].ToString(), form[ReturnAddress.Query].ToString());
        return await session.StartAsync(request, user, cancellation)
            ? new SeeOther(ReturnAddress.IsLocal(back) ? back : FrontDoor.Address)
            : Problem.Of(ProblemKind.NotFound);
    }

    /// <summary><c>POST /afmelden</c>.</summary>
    [Function("SignOut")]
    public IResult Leave([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "afmelden")] HttpRequest request)
    {
        session.End(request.HttpContext.Response);
        return new SeeOther(machine.Sent(request) ? "/aanmelden" : "/.auth/logout?post_logout_redirect_uri=/aanmelden");
    }
}
