using Microsoft.Extensions.DependencyInjection;
using Workflows.Functions.Settings;

namespace Workflows.Functions.Directory;

/// <summary>People, places and agreements; see <see cref="DirectorySettings"/>.</summary>
static class DirectoryServices
{
    public static IServiceCollection AddDirectory(this IServiceCollection services, SettingsReader settings) => services
        .AddSingleton(DirectorySettings.Read(settings))
        .AddSingleton<DirectoryTable>()
        .AddSingleton<DirectoryStore>()
        .AddHostedService<DirectoryStart>();
}
