using Azure;
using Azure.Storage.Blobs;

namespace Workflows.Functions.Backups;

/// <summary>A container of a blob service.</summary>
sealed class BackupContainer(BlobContainerClient container) : IBackupFiles
{
    public async Task WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation = default) =>
        await container.GetBlobClient(name).UploadAsync(new BinaryData(content), overwrite: true, cancellation);

    public async Task<byte[]?> ReadAsync(string name, CancellationToken cancellation = default)
    {
        try
        {
            return (await container.GetBlobClient(name).DownloadContentAsync(cancellation)).Value.Content.ToArray();
        }
        catch (RequestFailedException missing) when (missing.Status is 404)
        {
            return null;
        }
    }

    public IAsyncEnumerable<string> NamesAsync(CancellationToken cancellation = default) => container.GetBlobsAsync(cancellationToken: cancellation).Select(blob => blob.Name);
}
