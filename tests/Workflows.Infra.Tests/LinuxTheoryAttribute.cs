namespace Workflows.Infra.Tests;

/// <summary>Needs the schemas, which come as a program for Linux on x64.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute() => Skip = LinuxFactAttribute.IsLinux ? null : "Azure's schemas come as a program for Linux on x64.";
}
