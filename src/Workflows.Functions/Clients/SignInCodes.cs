using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Clients;

/// <summary>Codes of six digits that count once, for ten minutes and five tries. Kept as salted, keyed hashes.</summary>
/// <remarks>
/// They are kept by access code, also for those that stand for nobody: asking for a code and trying one are the same work for who exists and for who does not,
/// so that neither the answer nor its time tells the two apart.
/// </remarks>
sealed class SignInCodes(Tables tables, KeyedHash hash, TimeProvider clock)
{
    /// <summary>How long a code counts.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    /// <summary>Of the partition in which an access code's row stands, before its name.</summary>
    public const string Partition = "code!";

    const int MostTries = 5;
    const int MostAtOnce = 3;
    const int MostADay = 10;
    const string RowKey = "code";
    const string Hash = "Hash";
    const string Salt = "Salt";
    const string Tries = "Tries";
    const string Made = "Made";
    const string Referral = "Referral";

    static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(15);
    static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>A new code, after which the former one counts no more; null when there were too many of late: somebody's phone must not ring all day.</summary>
    /// <param name="lookup">Of the access code.</param>
    /// <param name="referral">The referral that the access code stands for; null for none, whose code nobody gets.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<string?> MakeAsync(string lookup, string? referral, CancellationToken cancellation = default)
    {
        while (true)
        {
            var (now, standing) = (clock.GetUtcNow(), await FindAsync(lookup, cancellation));
            List<DateTimeOffset> made = [.. MadeOf(standing).Where(at => at > now - Day)];
            if (made.Count >= MostADay || made.Count(at => at > now - AtOnce) >= MostAtOnce)
            {
                return null;
            }

            var (code, salt) = (RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", null), Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));
            var row = new TableEntity(Partition + TableKey.Valid(lookup), RowKey)
            {
                [Hash] = await HashAsync(lookup, salt, code, cancellation),
                [Salt] = salt,
                [Tries] = 0,
                [Made] = JsonSerializer.Serialize(made.Append(now)),
                [Referral] = referral,
                [SignIns.Expires] = now + Lasts,
            };
            if (await WriteAsync(row, standing?.ETag, cancellation))
            {
                return code;
            }
        }
    }

    /// <summary>The referral to whose client the code was given; null when it is not that code, or counts no more. A code that was right once is used up.</summary>
    /// <param name="lookup">Of the access code.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<string?> TryAsync(string lookup, string typed, CancellationToken cancellation = default)
    {
        while (true)
        {
            var row = await FindAsync(lookup, cancellation);
            var given = await HashAsync(lookup, row?.GetString(Salt) ?? "", typed, cancellation);
            if (row is null || row.GetDateTimeOffset(SignIns.Expires) <= clock.GetUtcNow() || row.GetInt32(Tries) >= MostTries)
            {
                return null;
            }

            // Counted before it is told: guesses at the same moment cost a try each.
            var isRight = KeyedHash.AreEqual(given, row.GetString(Hash));
            row[Tries] = isRight ? MostTries : row.GetInt32(Tries) + 1;
            if (await WriteAsync(row, row.ETag, cancellation))
            {
                return isRight ? row.GetString(Referral) : null;
            }
        }
    }

    async Task<TableEntity?> FindAsync(string lookup, CancellationToken cancellation) =>
        TableKey.IsValid(Partition + lookup) && await tables.SignIns.GetEntityIfExistsAsync<TableEntity>(Partition + lookup, RowKey, cancellationToken: cancellation) is { HasValue: true, Value: { } row } ? row : null;

    /// <summary>False when somebody else wrote first.</summary>
    async Task<bool> WriteAsync(TableEntity row, ETag? read, CancellationToken cancellation)
    {
        try
        {
            await (read is { } version
                ? tables.SignIns.UpdateEntityAsync(row, version, TableUpdateMode.Replace, cancellation)
                : tables.SignIns.AddEntityAsync(row, cancellation));
            return true;
        }
        catch (RequestFailedException other) when (other.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    static List<DateTimeOffset> MadeOf(TableEntity? row) => row is null ? [] : JsonSerializer.Deserialize<List<DateTimeOffset>>(row.GetString(Made))!;

    Task<string> HashAsync(string lookup, string salt, string code, CancellationToken cancellation) => hash.OfAsync("sign-in code", [lookup, salt, code], cancellation);
}
