namespace Workflows.Functions.Tests;

/// <summary>A fact about Unix file rights, which Windows does not have.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows has no Unix file rights" : null;
}
