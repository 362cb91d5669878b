using Microsoft.Extensions.DependencyInjection;

namespace Workflows.Functions.Clients;

/// <summary>What the app does for the clients themselves.</summary>
static class ClientServices
{
    public static IServiceCollection AddClients(this IServiceCollection services) => services
        .AddSingleton<Corrections>()
        .AddSingleton<AccessCodes>()
        .AddSingleton<SignInCodes>()
        .AddSingleton<SignInDesk>()
        .AddSingleton<ClientExports>();
}
