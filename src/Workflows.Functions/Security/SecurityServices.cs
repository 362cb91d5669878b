using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Workflows.Functions.Security;

/// <summary>Setting: <c>WEBSITE_AUTH_ENABLED</c>, which App Service sets itself.</summary>
static class SecurityServices
{
    public static IServiceCollection AddSecurity(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton<DeveloperMachine>()
            .AddSingleton<ICallerSource, AppServicePrincipals>()
            .AddSingleton<ICallerSource, SourceKeys>()
            .AddSingleton<ICallerSource, LocalUsers>()
            .AddSingleton<Callers>()
            .AddSingleton<SourceOfMessage>();
    }
}
