using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Workflows.Functions.Settings;

/// <summary>The one way from the app's configuration to typed settings. It remembers what was asked for, and all that was wrong.</summary>
/// <remarks>Each feature reads its own, in one place, whether it needs them here or not: what was read is what the README documents and the deployment sets.</remarks>
sealed class SettingsReader(IConfiguration configuration, IHostEnvironment environment)
{
    /// <summary>What App Service leaves in a setting whose secret it could not fetch.</summary>
    const string VaultReference = "@Microsoft.KeyVault(";

    readonly Dictionary<string, Setting> read = [];
    readonly Dictionary<string, string> problems = [];

    public bool IsDevelopment { get; } = environment.IsDevelopment();

    /// <summary>Every setting that was asked for, in the order of asking.</summary>
    public IReadOnlyCollection<Setting> Read => read.Values;

    /// <summary>What is wrong, a sentence for each setting; no value of a secret is in it.</summary>
    public IReadOnlyCollection<string> Problems => problems.Values;

    public Need OutsideDevelopment => new("outside Development", !IsDevelopment);

    public Need With(string name) => new($"with `{name}`", IsSet(name));

    public Need Without(string name) => new($"without `{name}`", !IsSet(name));

    /// <summary>The value of a setting that must be there.</summary>
    /// <returns>Null only after a problem, and then <see cref="ThrowIfRefused"/> lets no app start.</returns>
    public T Required<T>(string name, SettingFormat<T> format)
        where T : class => Find(name, format, Need.Always)!;

    /// <summary>The value of a setting that must be there in some cases; null when it is absent, or wrong.</summary>
    public T? Find<T>(string name, SettingFormat<T> format, Need need)
        where T : class
    {
        read[name] = new(name, need.Words, format.Accepted, format.IsSecret);
        problems.Remove(name);
        if (Text(name) is not { Length: > 0 } text)
        {
            if (need.Holds)
            {
                problems[name] = $"{name} is not set (needed {need.Words}); accepted is {format.Accepted}.";
            }

            return null;
        }

        if (text.StartsWith(VaultReference, StringComparison.OrdinalIgnoreCase))
        {
            problems[name] = $"{name} refers to a secret in Key Vault that could not be read: it is not there, or the app's identity may not read it.";
            return null;
        }

        if (format.TryRead(text, out var value))
        {
            return value;
        }

        problems[name] = $"{name} is {(format.IsSecret ? $"something of {text.Length} characters" : $"'{text}'")}; accepted is {format.Accepted}.";
        return null;
    }

    /// <summary>The value of a setting that may be absent.</summary>
    public T? Optional<T>(string name, SettingFormat<T> format)
        where T : class => Find(name, format, Need.Never);

    /// <exception cref="SettingsException">At least one setting is wrong; it tells about all of them.</exception>
    public void ThrowIfRefused()
    {
        if (problems.Count > 0)
        {
            throw new SettingsException([.. problems.Values]);
        }
    }

    bool IsSet(string name) => Text(name) is { Length: > 0 };

    /// <summary>Environment variables arrive with the colon.</summary>
    string? Text(string name) => configuration[name.Replace("__", ":", StringComparison.Ordinal)];
}
