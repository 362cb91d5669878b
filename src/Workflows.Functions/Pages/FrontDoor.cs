using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Security;

namespace Workflows.Functions.Pages;

/// <summary><c>GET /</c>: leads everybody to the page on which they begin, and who is not signed in to the sign-in.</summary>
static class FrontDoor
{
    public const string Address = "/";

    /// <summary>What matches the root alone: an empty route is none to the host, which then takes the function's name.</summary>
    public const string Root = "{ignored:maxlength(0)?}";

    [Function("Home")]
    public static IResult Open([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Root)] HttpRequest request) =>
        new SeeOther(request.HttpContext.Features.Get<Caller>() is { } caller ? Navigation.Home(caller) : "/aanmelden");
}
