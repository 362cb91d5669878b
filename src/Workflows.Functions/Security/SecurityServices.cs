using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Workflows.Functions.Clients;
using Workflows.Functions.Security.Web;
using Workflows.Functions.Settings;

namespace Workflows.Functions.Security;

/// <summary>Who calls; see <see cref="SecuritySettings"/>.</summary>
static class SecurityServices
{
    public static IServiceCollection AddSecurity(this IServiceCollection services, SettingsReader settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddWebSafety(settings)
            .AddSingleton(SecuritySettings.Read(settings))
            .AddSingleton<DeveloperMachine>()
            .AddSingleton<ClientSessions>()
            .AddSingleton<ClientSession>()
            .AddSingleton<ICallerSource>(all => all.GetRequiredService<ClientSession>())   // first: on the client's own pages a client is one, whoever else is signed in
            .AddSingleton<ICallerSource, AppServicePrincipals>()
            .AddSingleton<ICallerSource, SourceKeys>()
            .AddSingleton<LocalUsers>()
            .AddSingleton<ICallerSource>(all => all.GetRequiredService<LocalUsers>())
            .AddSingleton<LocalSession>()
            .AddSingleton<ICallerSource>(all => all.GetRequiredService<LocalSession>())
            .AddSingleton<Callers>()
            .AddSingleton<SourceOfMessage>();
    }
}
