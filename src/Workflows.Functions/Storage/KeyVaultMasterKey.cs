using System.Collections.Concurrent;
using Azure.Security.KeyVault.Secrets;

namespace Workflows.Functions.Storage;

/// <summary>The master key as a secret in Azure Key Vault: 32 bytes in base64. A new version of the secret rotates it.</summary>
/// <param name="vault">The vault.</param>
/// <param name="secret">The secret's name.</param>
/// <param name="machine">Real time: how long an answer of the vault counts does not move with the app's clock.</param>
sealed class KeyVaultMasterKey(SecretClient vault, string secret, TimeProvider machine) : IMasterKey
{
    /// <summary>A new version is seen after this time at the latest; until then every dossier would cost a call to the vault.</summary>
    static readonly TimeSpan CurrentFor = TimeSpan.FromHours(1);

    readonly ConcurrentDictionary<string, MasterKey> known = new();
    volatile Answer? current;

    public async ValueTask<MasterKey> CurrentAsync(CancellationToken cancellation = default)
    {
        if (current is { } answer && machine.GetUtcNow() < answer.Until)
        {
            return answer.Key;
        }

        var key = await AskAsync(null, cancellation);
        current = new(key, machine.GetUtcNow() + CurrentFor);
        return key;
    }

    public async ValueTask<MasterKey> FindAsync(string version, CancellationToken cancellation = default) =>
        known.TryGetValue(version, out var key) ? key : await AskAsync(version, cancellation);

    async Task<MasterKey> AskAsync(string? version, CancellationToken cancellation)
    {
        KeyVaultSecret answer = await vault.GetSecretAsync(secret, version, cancellation);
        return known[answer.Properties.Version] = MasterKey.Parse(answer.Properties.Version, answer.Value);
    }

    sealed record Answer(MasterKey Key, DateTimeOffset Until);
}
