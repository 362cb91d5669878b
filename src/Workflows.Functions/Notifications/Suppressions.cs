using Azure;
using Azure.Data.Tables;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Notifications;

/// <summary>
/// The addresses that are not to be written to: their owners said so, or their mail servers did. Kept under keyed hashes: an address can be looked up here, none can be read.
/// </summary>
sealed class Suppressions(Tables tables, KeyedHash hash, TimeProvider clock)
{
    /// <summary>No referral's id has an exclamation mark.</summary>
    const string Partition = "!suppressed";

    const string Reason = "Reason";
    const string Since = "Since";

    /// <summary>From now on nothing is sent there by this channel. Can be repeated; the first reason stays.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="address">As the provider names it.</param>
    /// <param name="reason">The provider's code.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task AddAsync(Channel channel, string address, string reason, CancellationToken cancellation = default)
    {
        try
        {
            var row = new TableEntity(Partition, await KeyAsync(channel, address, cancellation)) { [Reason] = reason, [Since] = clock.GetUtcNow() };
            await tables.Notifications.AddEntityAsync(row, cancellation);
        }
        catch (RequestFailedException there) when (there.Status is 409)
        {
            // Said before.
        }
    }

    /// <summary>Whether nothing may be sent there.</summary>
    public async Task<bool> ContainAsync(Channel channel, string address, CancellationToken cancellation = default) =>
        (await tables.Notifications.GetEntityIfExistsAsync<TableEntity>(Partition, await KeyAsync(channel, address, cancellation), cancellationToken: cancellation)).HasValue;

    /// <summary>Its owner wants messages again, or the address works again.</summary>
    /// <returns>False when it was not suppressed.</returns>
    public async Task<bool> LiftAsync(Channel channel, string address, CancellationToken cancellation = default)
    {
        var stood = await ContainAsync(channel, address, cancellation);
        await tables.Notifications.DeleteEntityAsync(Partition, await KeyAsync(channel, address, cancellation), ETag.All, cancellation);
        return stood;
    }

    /// <summary>However somebody types it: mail servers that tell capitals apart do not exist, and a number is E.164 everywhere here.</summary>
    Task<string> KeyAsync(Channel channel, string address, CancellationToken cancellation) =>
        hash.OfAsync("suppressed address", [$"{channel}", address.Trim().ToUpperInvariant()], cancellation);
}
