using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Workflows.Functions.Directory;

/// <summary>
/// Settings, in Development on the first start only: <c>WEBSITE_HOSTNAME</c>, where the sample GP system listens, and <c>LocalPages:GpInboxSecret</c>, the secret that it shares with us.
/// </summary>
static class DirectoryServices
{
    public static IServiceCollection AddDirectory(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services
            .AddSingleton<DirectoryTable>()
            .AddSingleton<DirectoryStore>()
            .AddHostedService<DirectoryStart>();
    }
}
