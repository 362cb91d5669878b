namespace Workflows.Functions.Intake;

/// <summary>Why the person is referred: a code in a system of codes, both as the referrer gave them, also when nobody here knows them.</summary>
/// <param name="System">Such as "icpc-1".</param>
/// <param name="Code">Such as "Z15".</param>
sealed record Reason(string System, string Code);
