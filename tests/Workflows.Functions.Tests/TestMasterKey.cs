using System.Security.Cryptography;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Tests;

/// <summary>Master keys in memory, the last one current.</summary>
sealed class TestMasterKey : IMasterKey
{
    readonly List<MasterKey> keys = [New("1")];

    public void Rotate() => keys.Add(New($"{keys.Count + 1}"));

    public void Forget(string version) => keys.RemoveAll(key => key.Version == version);

    public ValueTask<MasterKey> CurrentAsync(CancellationToken cancellation = default) => new(keys[^1]);

    public ValueTask<MasterKey> FindAsync(string version, CancellationToken cancellation = default) => new(keys.Single(key => key.Version == version));

    static MasterKey New(string version) => new(version, RandomNumberGenerator.GetBytes(MasterKey.Length));
}
