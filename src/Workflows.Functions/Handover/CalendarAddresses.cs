using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Handover;

/// <summary>The secret address at which a calendar program reads a practice's consultation hours: such a program cannot sign in. One per practice, and good for nothing else.</summary>
/// <remarks>The table holds a random number of which the secret is made with the app's own key: who has the table has no address.</remarks>
sealed class CalendarAddresses(Tables tables, KeyedHash hash, TimeProvider clock)
{
    const string Row = "calendar";
    const string Number = "Number";
    const string MadeAt = "MadeAt";

    /// <summary>The address that is in force; null when there is none.</summary>
    public async Task<CalendarAddress?> FindAsync(string practice, CancellationToken cancellation = default) =>
        TableKey.IsValid(practice) && await tables.Practices.GetEntityIfExistsAsync<TableEntity>(practice, Row, cancellationToken: cancellation) is { HasValue: true, Value: { } row }
            ? new(practice, await hash.OfAsync("calendar address", [practice, row.GetString(Number)], cancellation), row.GetDateTimeOffset(MadeAt)!.Value)
            : null;

    /// <summary>Makes an address. One that was there opens nothing any more.</summary>
    public Task MakeAsync(string practice, CancellationToken cancellation = default) => tables.Practices.UpsertEntityAsync(
        new TableEntity(practice, Row) { [Number] = Guid.NewGuid().ToString("N"), [MadeAt] = clock.GetUtcNow() }, TableUpdateMode.Replace, cancellation);

    /// <summary>Takes the address back. Can be repeated.</summary>
    public Task RevokeAsync(string practice, CancellationToken cancellation = default) => tables.Practices.DeleteEntityAsync(practice, Row, ETag.All, cancellation);

    /// <summary>Whether that is the secret of the address that is in force, in a time that does not tell how much of a guess was right.</summary>
    public async Task<bool> OpensAsync(string practice, string secret, CancellationToken cancellation = default) =>
        await FindAsync(practice, cancellation) is { } address && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(address.Secret));
}

/// <summary>Where a calendar program reads.</summary>
/// <param name="Practice">The practice's AGB code.</param>
/// <param name="Secret">What nobody can guess.</param>
/// <param name="MadeAt">When it was made.</param>
sealed record CalendarAddress(string Practice, string Secret, DateTimeOffset MadeAt)
{
    /// <summary>Below the app's own address.</summary>
    public string Path => $"agenda/{Practice}/{Secret}";
}
