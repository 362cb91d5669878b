namespace Workflows.Functions.Settings;

/// <summary>What a person who deploys the app must know about one setting.</summary>
/// <param name="Name">As App Service has it: two underscores where .NET writes a colon.</param>
/// <param name="Needed">When the app does not start without it.</param>
/// <param name="Accepted">What it may be, in words.</param>
/// <param name="IsSecret">Whether its value must never be shown.</param>
sealed record Setting(string Name, string Needed, string Accepted, bool IsSecret);
