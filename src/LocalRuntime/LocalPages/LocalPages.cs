using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LocalRuntime.LocalPages;

/// <summary>The pages and fakes of a developer's machine: mailbox, clock, sample GP system, orchestrations.</summary>
/// <remarks>The host maps them in Development on loopback only; elsewhere these routes do not exist.</remarks>
static class LocalPages
{
    public static IServiceCollection AddLocalPages(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services;
    }

    public static IEndpointRouteBuilder MapLocalPages(this IEndpointRouteBuilder endpoints) => endpoints;
}
