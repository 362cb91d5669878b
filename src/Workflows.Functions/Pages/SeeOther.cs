using Microsoft.AspNetCore.Http;

namespace Workflows.Functions.Pages;

/// <summary>What a posted form is answered with: 303, so that reloading the page that follows posts nothing again.</summary>
sealed class SeeOther(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        httpContext.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
