using Azure;
using Workflows.Functions.Backups;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Tests.Backups;

public sealed class When_a_manifest_is_read : IDisposable
{
    readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("manifest");

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>What a vault answers for a version that is none, is disabled, or is not there: it will not answer anything else by being asked again.</summary>
    [Theory]
    [InlineData(400, typeof(BackupException))]
    [InlineData(403, typeof(BackupException))]
    [InlineData(404, typeof(BackupException))]
    [InlineData(429, typeof(RequestFailedException))]
    [InlineData(503, typeof(RequestFailedException))]
    public async Task Without_its_key_it_is_not_to_be_read_but_a_vault_that_is_away_is_asked_again(int answer, Type failure)
    {
        var place = BackupPlace.Open(folder.FullName, () => throw new InvalidOperationException());
        await new BackupManifest("b1", "app", TestStorage.Monday, TestStorage.Monday, 1, []).WriteAsync(place, new TestMasterKey());

        Assert.IsType(failure, await Record.ExceptionAsync(() => BackupManifest.ReadAsync("b1", place, new Vault(answer))));
    }

    sealed class Vault(int answer) : IMasterKey
    {
        public ValueTask<MasterKey> CurrentAsync(CancellationToken cancellation = default) => throw new RequestFailedException(answer, "");

        public ValueTask<MasterKey> FindAsync(string version, CancellationToken cancellation = default) => throw new RequestFailedException(answer, "");
    }
}
