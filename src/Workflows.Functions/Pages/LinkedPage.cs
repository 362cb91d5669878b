using Microsoft.AspNetCore.Http;
using Workflows.Functions.Security;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages;

/// <summary>Where the link of a message leads: a program goes to the API as ever, a person to the page of their role, by way of the sign-in.</summary>
static class LinkedPage
{
    const string Referrals = "/api/referrals/";
    const string Parked = "/api/parked";

    /// <param name="request">The request for the link.</param>
    /// <param name="target">The path of the API that the link stands for.</param>
    public static IResult Open(HttpRequest request, string target) =>
        !ProblemPages.AreWanted(request) ? Results.Redirect(target)
        : request.HttpContext.Features.Get<Caller>() is { } caller ? new SeeOther(Of(caller.Role, target))
        : new SeeOther(ReturnAddress.SignIn(request.Path));

    /// <summary>The page that shows somebody of that role what the path of the API answers.</summary>
    public static string Of(Role role, string target)
    {
        var referral = target.StartsWith(Referrals, StringComparison.Ordinal) ? $"/{target[Referrals.Length..]}" : "";
        return role == Role.Client ? "/mijn"
            : role == Role.Coordinator && target == Parked ? "/regie/aanmeldingen"
            : Navigation.DeskOf(role) is { } desk ? desk + referral
            : target;
    }
}
