using Azure.Storage.Blobs;
using LocalRuntime.Tests.Azurite;
using Workflows.Functions.Backups;

namespace Workflows.Functions.Tests.Backups;

/// <summary>What every place for backups has to do.</summary>
public abstract class Where_backups_lie
{
    internal abstract Task<IBackupFiles> EmptyAsync();

    [Fact]
    public async Task A_file_is_read_as_it_was_written()
    {
        var files = await EmptyAsync();
        await files.WriteAsync("b1/Timeline/00000.gz", new byte[] { 1, 2, 3 });

        Assert.Equal([1, 2, 3], await files.ReadAsync("b1/Timeline/00000.gz"));
    }

    [Fact]
    public async Task A_file_of_the_same_name_is_replaced()
    {
        var files = await EmptyAsync();
        await files.WriteAsync("b1/manifest.json", new byte[] { 1, 2, 3 });
        await files.WriteAsync("b1/manifest.json", new byte[] { 4 });

        Assert.Equal([4], await files.ReadAsync("b1/manifest.json"));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_none() => Assert.Null(await (await EmptyAsync()).ReadAsync("b1/manifest.json"));

    [Fact]
    public async Task All_files_are_named()
    {
        var files = await EmptyAsync();
        Assert.Empty(await files.NamesAsync().ToListAsync());

        await files.WriteAsync("b1/manifest.json", new byte[] { 1 });
        await files.WriteAsync("b2/Timeline/00000.gz", new byte[] { 2 });

        Assert.Equal(["b1/manifest.json", "b2/Timeline/00000.gz"], await files.NamesAsync().Order(StringComparer.Ordinal).ToListAsync());
    }
}

public sealed class In_a_folder : Where_backups_lie, IDisposable
{
    readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("backups");

    public void Dispose() => folder.Delete(recursive: true);

    internal override Task<IBackupFiles> EmptyAsync() => Task.FromResult<IBackupFiles>(new BackupFolder(Path.Combine(folder.FullName, "not-there-yet")));
}

public sealed class In_a_container : Where_backups_lie, IDisposable
{
    AzuriteProcess? azurite;

    public void Dispose() => azurite?.Dispose();

    internal override async Task<IBackupFiles> EmptyAsync()
    {
        azurite = await AzuriteProcess.StartBlobsAsync();
        var container = new BlobContainerClient(azurite.ConnectionString, BackupPlace.DataName);
        await container.CreateAsync();
        return new BackupContainer(container);
    }
}
