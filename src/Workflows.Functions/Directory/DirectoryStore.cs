using System.Collections.Concurrent;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Directory;

/// <summary>The directory, as this process knows it: read from its table, kept for half a minute, forgotten at every write of this process.</summary>
sealed class DirectoryStore(DirectoryTable table)
{
    /// <summary>How long another process's write may go unseen.</summary>
    static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(30);

    readonly ConcurrentDictionary<string, Kept> kept = new();

    /// <summary>Counts the writes: a read that began before one is not kept after it.</summary>
    int writes;

    /// <returns>Null when there is no such organisation.</returns>
    public async Task<Organisation?> OrganisationAsync(string id, CancellationToken cancellation = default) =>
        id.Contains('!', StringComparison.Ordinal) ? null : (await PartitionAsync(id, cancellation)).Organisation;

    /// <summary>Funders, administrators and keys; no organisations.</summary>
    public async Task<DirectoryFile> SharedAsync(CancellationToken cancellation = default) =>
        (await PartitionAsync(DirectoryRow.SharedPartition, cancellation)).Shared;

    /// <summary>Everything. Not for a request's path: it reads every organisation that is not kept.</summary>
    public async Task<DirectoryFile> AllAsync(CancellationToken cancellation = default)
    {
        var organisations = new List<Organisation>();
        foreach (var id in await table.OrganisationsAsync(cancellation))
        {
            if (await OrganisationAsync(id, cancellation) is { } organisation)
            {
                organisations.Add(organisation);
            }
        }

        return await SharedAsync(cancellation) with { Organisations = organisations.ToValueList() };
    }

    /// <summary>Makes the next reads read the table.</summary>
    public void Forget() => kept.Clear();

    /// <summary>Writes what the file names, each as a whole; what it does not name stays.</summary>
    /// <returns>False when somebody else wrote at the same moment: read and import again.</returns>
    public async Task<bool> ImportAsync(DirectoryFile file, CancellationToken cancellation = default)
    {
        foreach (var organisation in file.Organisations)
        {
            if (!await WriteAsync(organisation.Id, _ => [.. DirectoryRow.Of(organisation)], cancellation))
            {
                return false;
            }
        }

        return await WriteAsync(DirectoryRow.SharedPartition, before => With(before, [.. DirectoryRow.OfShared(file)]), cancellation);
    }

    /// <summary>Changes one organisation: <paramref name="change"/> sees it as it is stored now and answers what it is to be, or null to leave it.</summary>
    /// <returns>False when somebody else wrote at the same moment.</returns>
    public Task<bool> ChangeAsync(string id, Func<Organisation?, Organisation?> change, CancellationToken cancellation = default) =>
        WriteAsync(id, before => change(DirectoryRow.ToOrganisation(before)) is { } after ? [.. DirectoryRow.Of(after)] : null, cancellation);

    static IReadOnlyList<DirectoryRow> With(IReadOnlyList<DirectoryRow> before, IReadOnlyList<DirectoryRow> named) =>
        [.. before.ExceptBy(named.Select(row => row.Key), row => row.Key), .. named];

    async Task<bool> WriteAsync(string partition, Func<IReadOnlyList<DirectoryRow>, IReadOnlyList<DirectoryRow>?> change, CancellationToken cancellation)
    {
        var before = await table.ReadAsync(partition, cancellation);
        if (change(before.Rows) is not { } after)
        {
            return true;
        }

        try
        {
            return await table.WriteAsync(partition, before, after, cancellation);
        }
        finally
        {
            Interlocked.Increment(ref writes);
            kept.TryRemove(partition, out _);
        }
    }

    async Task<Kept> PartitionAsync(string partition, CancellationToken cancellation)
    {
        if (kept.TryGetValue(partition, out var found) && TimeProvider.System.GetElapsedTime(found.At) < KeptFor)
        {
            return found;
        }

        var began = Volatile.Read(ref writes);
        var rows = (await table.ReadAsync(partition, cancellation)).Rows;
        var read = new Kept(
            partition == DirectoryRow.SharedPartition ? null : DirectoryRow.ToOrganisation(rows),
            DirectoryRow.ToShared(rows),
            TimeProvider.System.GetTimestamp());

        // What is not there is not kept: ids that people make up would fill the memory.
        if (rows.Count > 0 && began == Volatile.Read(ref writes))
        {
            kept[partition] = read;
        }

        return read;
    }

    sealed record Kept(Organisation? Organisation, DirectoryFile Shared, long At);
}
