using System.Buffers.Text;
using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Clients;

/// <summary>The sessions of clients, each bound to one referral, for thirty minutes. A cookie is believed when it was signed here and its session has not ended.</summary>
sealed class ClientSessions(Tables tables, KeyedHash hash, TimeProvider clock)
{
    /// <summary>How long a session lasts.</summary>
    public static readonly TimeSpan Last = TimeSpan.FromMinutes(30);

    const string Partition = "session!";
    const int Secret = 32;

    /// <summary>Begins one.</summary>
    /// <returns>What the cookie holds: the referral's id, a secret of which only a hash is kept, and a signature.</returns>
    public async Task<string> StartAsync(string referral, CancellationToken cancellation = default)
    {
        var content = $"{referral}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Secret))}";
        var row = new TableEntity(PartitionOf(referral), await NameAsync(content, cancellation)) { [SignIns.Expires] = clock.GetUtcNow() + Last };
        await tables.SignIns.AddEntityAsync(row, cancellation);
        return $"{content}.{await SignAsync(content, cancellation)}";
    }

    /// <summary>The referral of a session that lasts; null for any other cookie.</summary>
    public async Task<string?> FindAsync(string cookie, CancellationToken cancellation = default) =>
        await ReadAsync(cookie, cancellation) is var (referral, content)
            && await tables.SignIns.GetEntityIfExistsAsync<TableEntity>(PartitionOf(referral), await NameAsync(content, cancellation), cancellationToken: cancellation) is { HasValue: true, Value: { } row }
            && clock.GetUtcNow() < row.GetDateTimeOffset(SignIns.Expires)
            ? referral
            : null;

    /// <summary>Ends it, for whoever has the cookie.</summary>
    public async Task EndAsync(string cookie, CancellationToken cancellation = default)
    {
        if (await ReadAsync(cookie, cancellation) is var (referral, content))
        {
            await tables.SignIns.DeleteEntityAsync(PartitionOf(referral), await NameAsync(content, cancellation), ETag.All, cancellation);
        }
    }

    /// <summary>Ends all of a referral's. Can be repeated.</summary>
    public async Task EndAllAsync(string referral, CancellationToken cancellation = default)
    {
        await foreach (var row in tables.SignIns.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {PartitionOf(referral)}"), cancellationToken: cancellation))
        {
            await tables.SignIns.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
        }
    }

    /// <summary>What was signed here, so that nobody sends the app to a table with what they made up.</summary>
    async Task<(string Referral, string Content)?> ReadAsync(string cookie, CancellationToken cancellation)
    {
        if (cookie.Split('.') is not [var referral, var secret, var signature])
        {
            return null;
        }

        var content = $"{referral}.{secret}";
        return KeyedHash.AreEqual(signature, await SignAsync(content, cancellation)) ? (referral, content) : null;
    }

    static string PartitionOf(string referral) => Partition + TableKey.Valid(referral);

    Task<string> NameAsync(string content, CancellationToken cancellation) => hash.OfAsync("client session", [content], cancellation);

    Task<string> SignAsync(string content, CancellationToken cancellation) => hash.OfAsync("client session cookie", [content], cancellation);
}
