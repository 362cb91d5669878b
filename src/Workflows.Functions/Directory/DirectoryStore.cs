using System.Collections.Concurrent;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Directory;

/// <summary>The directory, as this process knows it: read from its table, kept for half a minute, forgotten as a whole at every write of this process.</summary>
sealed class DirectoryStore(DirectoryTable table)
{
    /// <summary>How long another process's write may go unseen.</summary>
    static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(30);

    /// <summary>Where the ids of all organisations are kept; no organisation's id has an exclamation mark.</summary>
    const string Ids = "!ids";

    readonly ConcurrentDictionary<string, Kept> kept = new();

    /// <summary>Counts the writes: what was read before one does not count after it.</summary>
    int writes;

    /// <returns>Null when there is no such organisation.</returns>
    public async Task<Organisation?> OrganisationAsync(string id, CancellationToken cancellation = default) =>
        id.Contains('!', StringComparison.Ordinal) ? null : await KeptAsync(id, async () => DirectoryRow.ToOrganisation((await table.ReadAsync(id, cancellation)).Rows));

    /// <summary>Funders, administrators and keys; no organisations.</summary>
    public async Task<DirectoryFile> SharedAsync(CancellationToken cancellation = default) =>
        await KeptAsync(DirectoryRow.SharedPartition, async () => DirectoryRow.ToShared((await table.ReadAsync(DirectoryRow.SharedPartition, cancellation)).Rows));

    /// <summary>Everything, as fresh as one organisation.</summary>
    public async Task<DirectoryFile> AllAsync(CancellationToken cancellation = default)
    {
        var organisations = new List<Organisation>();
        foreach (var id in await KeptAsync(Ids, () => table.OrganisationsAsync(cancellation)))
        {
            if (await OrganisationAsync(id, cancellation) is { } organisation)
            {
                organisations.Add(organisation);
            }
        }

        return await SharedAsync(cancellation) with { Organisations = organisations.ToValueList() };
    }

    /// <summary>Makes the next reads read the table.</summary>
    public void Forget() => Interlocked.Increment(ref writes);

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
            Forget();
        }
    }

    async Task<T> KeptAsync<T>(string key, Func<Task<T>> readAsync)
    {
        var began = Volatile.Read(ref writes);
        if (kept.TryGetValue(key, out var found) && found.Writes == began && TimeProvider.System.GetElapsedTime(found.At) < KeptFor)
        {
            return (T)found.What;
        }

        // What is not there is not kept: ids that people make up would fill the memory.
        var read = await readAsync();
        if (read is not null)
        {
            kept[key] = new(read, began, TimeProvider.System.GetTimestamp());
        }

        return read;
    }

    /// <param name="What">What was read.</param>
    /// <param name="Writes">How many writes there had been when the read began.</param>
    /// <param name="At">When it was read.</param>
    sealed record Kept(object What, int Writes, long At);
}
