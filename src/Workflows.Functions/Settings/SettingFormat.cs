using System.Diagnostics.CodeAnalysis;

namespace Workflows.Functions.Settings;

/// <summary>What a setting may be.</summary>
/// <param name="Accepted">In words, for the error and for the README: "an email address".</param>
/// <param name="Reading">The value, or null for a text that is not accepted.</param>
/// <param name="IsSecret">Whether the value must never be shown.</param>
sealed record SettingFormat<T>(string Accepted, Func<string, T?> Reading, bool IsSecret = false)
    where T : class
{
    public bool TryRead(string text, [NotNullWhen(true)] out T? value)
    {
        value = Reading(text);
        return value is not null;
    }
}
