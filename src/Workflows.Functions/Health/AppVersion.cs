using System.Reflection;

namespace Workflows.Functions.Health;

/// <summary>Which app this is, so that a deployment can see its own and not the one before.</summary>
static class AppVersion
{
    /// <summary>The commit that it was built from; a number when it was built outside a repository.</summary>
    public static string Current { get; } =
        typeof(AppVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[^1];
}
