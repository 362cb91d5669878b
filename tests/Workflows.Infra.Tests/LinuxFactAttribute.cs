using System.Runtime.InteropServices;

namespace Workflows.Infra.Tests;

/// <summary>Needs the schemas, which come as a program for Linux on x64.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute() => Skip = IsLinux ? null : "Azure's schemas come as a program for Linux on x64.";

    public static bool IsLinux => OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64;
}
